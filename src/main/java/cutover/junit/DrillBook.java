package cutover.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cutover.drill.DrillRecord;
import cutover.runbook.GrowingFile;
import cutover.runbook.LineJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The records of drills in a file of JSON lines, one for each that ended, with the environment in which it was run: a
 * rehearsal proves nothing for any other place.
 */
final class DrillBook {

    static final String NAME = "drills.jsonl";

    private final GrowingFile file;
    private final String environment;
    private final UnaryOperator<String> mask;
    private final JsonMapper mapper;

    /**
     * @param folder of one run, or the one in which all are remembered
     * @param environment the one whose drills are written and read
     * @param mask applied to every text that is written: what a vendor has answered is among them
     */
    DrillBook(Path folder, String environment, UnaryOperator<String> mask) {
        this.file = new GrowingFile(folder.resolve(NAME));
        this.environment = environment;
        this.mask = mask;
        this.mapper = LineJson.masking(mask)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** To be read only. */
    static DrillBook of(Path folder, String environment) {
        return new DrillBook(folder, environment, UnaryOperator.identity());
    }

    private record Line(String environment, DrillRecord drill) {}

    /**
     * Appends it and returns when the disk has it.
     *
     * @return the record as it was written, with every secret masked
     * @throws IllegalStateException if the mask still finds a secret in the whole line, which is not written then
     */
    DrillRecord add(DrillRecord record) {
        String line = written(record);
        if (!mask.apply(line).equals(line)) {
            throw new IllegalStateException(
                    file.path() + " would hold a secret, so the drill " + record.drill() + " is not written there");
        }
        file.append(line);
        return read(line).orElseThrow();
    }

    /** All that can be read, in the order in which they ended. */
    List<DrillRecord> records() {
        return Arrays.stream(file.text().split("\n"))
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A line from before it was kept what had to be proved names no step. */
    private static JsonNode completed(JsonNode line) {
        if (line.get("drill") instanceof ObjectNode drill) {
            drill.putIfAbsent("proves", drill.arrayNode());
            drill.putIfAbsent("needless", drill.objectNode());
        }
        return line;
    }

    private String written(DrillRecord record) {
        try {
            return mapper.writeValueAsString(new Line(environment, record));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this drill cannot be written down: " + record.drill(), e);
        }
    }

    /** Empty for a line of which a killed run has written a part only, and for another environment's. */
    private Optional<DrillRecord> read(String line) {
        try {
            return Optional.ofNullable(mapper.treeToValue(completed(mapper.readTree(line)), Line.class))
                    .filter(read -> read.environment().equals(environment))
                    .map(Line::drill);
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
