package cutover.twin.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The old platform's log as its command line tool prints it: each line, continuation lines too, starts with a time
 * stamp and the process that wrote it.
 */
public final class DrainFile {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private final Path file;

    /** Starts with an empty file. */
    public DrainFile(Path file) {
        this.file = file;
        clear();
    }

    public Path file() {
        return file;
    }

    /**
     * Appends a text of one or more lines.
     *
     * @param process for instance {@code app[web.1]} or {@code heroku[router]}
     */
    public synchronized void write(Instant now, String process, String text) {
        String prefix = STAMP.format(now.atOffset(ZoneOffset.UTC)) + " " + process + ": ";
        StringBuilder lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(prefix).append(line).append('\n'));
        put(lines.toString(), StandardOpenOption.APPEND);
    }

    public synchronized void clear() {
        put("", StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void put(String text, StandardOpenOption how) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new UncheckedIOException("the old site's log could not be written: " + file, e);
        }
    }
}
