package cutover.runbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Another process that appends to a history. */
final class HistoryWriter {

    private HistoryWriter() {}

    static Process start(Path folder, String name, int times) {
        try {
            return new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            HistoryWriter.class.getName(),
                            folder.toString(),
                            name,
                            String.valueOf(times))
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        HistoryFile file = HistoryFile.in(Path.of(arguments[0]), "prod");
        Past past = Past.night("2026-11-21T02:00:00Z").at(arguments[1]);
        for (int i = 0; i < 500; i++) {
            past.fact("N5", "fact " + i, "so that lines are long");
        }
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            file.append(past.entry(), UnaryOperator.identity());
        }
    }
}
