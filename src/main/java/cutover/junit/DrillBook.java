package cutover.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.drill.DrillRecord;
import cutover.runbook.GrowingFile;
import cutover.runbook.LineJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The records of drills in a file of JSON lines, one for each that ended. */
final class DrillBook {

    private static final String NAME = "drills.jsonl";

    private final GrowingFile file;
    private final ObjectMapper mapper = LineJson.masking(UnaryOperator.identity())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param folder of one run, or the one in which all are remembered */
    DrillBook(Path folder) {
        this.file = new GrowingFile(folder.resolve(NAME));
    }

    void add(DrillRecord record) {
        try {
            file.append(mapper.writeValueAsString(record));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this drill cannot be written down: " + record.drill(), e);
        }
    }

    /** All that can be read, in the order in which they ended. */
    List<DrillRecord> records() {
        return Arrays.stream(file.text().split("\n"))
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for a line of which a killed run has written a part only. */
    private Optional<DrillRecord> read(String line) {
        try {
            return Optional.ofNullable(mapper.readValue(line, DrillRecord.class));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
