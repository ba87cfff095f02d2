package cutover.runbook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.finding.Finding;
import cutover.finding.Met;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import java.util.function.UnaryOperator;

/** Entries as JSON, one line each. */
final class JournalJson {

    private final ObjectMapper mapper;

    JournalJson(UnaryOperator<String> mask) {
        mapper = LineJson.masking(mask)
                .addMixIn(Finding.class, FindingByName.class)
                .build();
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

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "finding")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Met.class, name = "met"),
        @JsonSubTypes.Type(value = Unmet.class, name = "unmet"),
        @JsonSubTypes.Type(value = Unknown.class, name = "unknown")
    })
    private interface FindingByName {}
}
