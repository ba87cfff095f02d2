package cutover.runbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads journals back, whatever happened to them. */
public final class JournalReader {

    private static final int SHOWN = 80;

    private JournalReader() {}

    /**
     * Reads a journal. What is wrong with it is in the value; a missing file is a journal without entries and with that
     * damage.
     *
     * @throws UncheckedIOException if the file exists and cannot be read
     */
    public static JournalRead read(Path file) {
        try {
            return parsed(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return new JournalRead(List.of(), List.of("there is no journal at " + file), "");
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be read", e);
        }
    }

    private static JournalRead parsed(String text) {
        JournalJson json = new JournalJson(UnaryOperator.identity());
        List<Entry> entries = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        int end = text.lastIndexOf('\n') + 1;
        String[] lines = text.substring(0, end).split("\n");
        for (int i = 0; i < lines.length && end > 0; i++) {
            try {
                entries.add(json.read(lines[i]));
            } catch (JsonProcessingException | RuntimeException e) {
                damage.add("line " + (i + 1) + " of the journal cannot be read: " + shown(lines[i]));
            }
        }
        return new JournalRead(entries, damage, shown(text.substring(end)));
    }

    private static String shown(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
