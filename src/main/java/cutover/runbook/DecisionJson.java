package cutover.runbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.UnaryOperator;

/** Decision records as JSON. */
final class DecisionJson {

    private DecisionJson() {}

    static String written(DecisionRecord record) {
        try {
            return mapper().writerWithDefaultPrettyPrinter().writeValueAsString(record) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values is always writable", e);
        }
    }

    /** @throws IllegalArgumentException if it is none, or of a later format */
    static DecisionRecord read(String text) {
        try {
            return mapper().readValue(text, DecisionRecord.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no decision record: " + e.getOriginalMessage(), e);
        }
    }

    /** The seal that the record must have. */
    static String seal(DecisionRecord record) {
        return Sha256.of(written(record.sealed("")));
    }

    private static JsonMapper mapper() {
        return LineJson.masking(UnaryOperator.identity()).build();
    }
}
