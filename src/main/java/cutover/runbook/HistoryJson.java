package cutover.runbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Runs as JSON, one line each. Keys that a later version has added are passed over: histories outlive versions. */
final class HistoryJson {

    private final ObjectMapper mapper;

    HistoryJson(UnaryOperator<String> mask) {
        mapper = LineJson.masking(mask)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** One line, without its end. */
    String written(HistoryEntry entry) {
        try {
            return mapper.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this run cannot be written down: " + entry, e);
        }
    }

    /** Empty when the line is no run. */
    Optional<HistoryEntry> read(String line) {
        try {
            return Optional.ofNullable(mapper.readValue(line, HistoryEntry.class));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
