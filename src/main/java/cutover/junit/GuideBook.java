package cutover.junit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.drill.GuideNote;
import cutover.runbook.GrowingFile;
import cutover.runbook.LineJson;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What happened while people were guided, in a file of JSON lines; each is on the disk before anything else happens. */
final class GuideBook {

    private static final String NAME = "guide.jsonl";

    private final GrowingFile file;
    private final ObjectMapper mapper =
            LineJson.masking(UnaryOperator.identity()).build();

    /** @param folder of the run */
    GuideBook(Path folder) {
        this.file = new GrowingFile(folder.resolve(NAME));
    }

    void add(GuideNote note) {
        try {
            file.append(mapper.writeValueAsString(note));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this cannot be written down: " + note, e);
        }
    }

    /** All that can be read, in the order in which it happened. */
    List<GuideNote> notes() {
        return Arrays.stream(file.text().split("\n"))
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for a line of which a killed run has written a part only. */
    private Optional<GuideNote> read(String line) {
        try {
            return Optional.ofNullable(mapper.readValue(line, GuideNote.class));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
