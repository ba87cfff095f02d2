package cutover.runbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.UnaryOperator;

/** Entries as JSON, one line each. */
final class JournalJson {

    private final ObjectMapper mapper;

    JournalJson(UnaryOperator<String> mask) {
        mapper = LineJson.masking(mask).build();
    }

    /** One line, without its end. */
    String written(Entry entry) {
        try {
            return mapper.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this journal entry cannot be written: " + entry, e);
        }
    }

    Entry read(String line) throws JsonProcessingException {
        return mapper.readValue(line, Entry.class);
    }
}
