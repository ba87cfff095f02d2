package cutover.twin.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the server and its tools say while it starts and as long as it runs. */
final class ServerLog {

    private static final int LAST = 12;

    /** The last words of the tool that starts the server and waits for it. */
    private static final List<String> GIVEN_UP = List.of("could not start server", "server did not start in time");

    private final Path file;

    private ServerLog(Path file) {
        this.file = file;
    }

    /** An empty one; what an earlier server wrote there goes. */
    static ServerLog empty(Path file) throws IOException {
        return new ServerLog(Files.write(file, new byte[0]));
    }

    /** Where it is written to. */
    ProcessBuilder.Redirect end() {
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    /** Whether the server will not come up any more. */
    boolean saysItGaveUp() {
        String text = text();
        return GIVEN_UP.stream().anyMatch(text::contains);
    }

    /** Its last lines, for a person, and where the others are. */
    String told() {
        List<String> lines = text().lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? "it said nothing"
                : lines.stream()
                        .skip(Math.max(0, lines.size() - LAST))
                        .collect(Collectors.joining("\n  ", "last it said, in " + file + ":\n  ", ""));
    }

    private String text() {
        try {
            // the locale of the machine decides how a path is written: no byte of it may be an error here
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return file + " cannot be read: " + e;
        }
    }
}
