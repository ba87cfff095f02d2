package cutover.provider.command;

import cutover.patience.Durations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Runs a program of this machine once, without a shell and without standard input, and ends it when it takes too long. */
public final class LocalCommand {

    private static final int KEPT = 4_000;

    private final Duration limit;

    /** @param limit after this much time the program and its children are ended */
    public LocalCommand(Duration limit) {
        this.limit = limit;
    }

    /**
     * How a program ended.
     *
     * @param exit its exit code; empty when it could not be started or was ended by us
     * @param output what it wrote to both streams, the last 4,000 characters; or why it could not be started
     */
    public record Ended(OptionalInt exit, String output) {}

    /** @param command the program and its arguments */
    public Ended run(List<String> command) {
        Path output = temporaryFile();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Ended(OptionalInt.of(process.exitValue()), tail(output));
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Ended(OptionalInt.empty(), "ended by us after " + Durations.told(limit) + ": " + tail(output));
        } catch (IOException e) {
            return new Ended(OptionalInt.empty(), "could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(OptionalInt.empty(), "interrupted");
        } finally {
            delete(output);
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("cutover-command", ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tail(Path output) throws IOException {
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
        return text.length() <= KEPT ? text : text.substring(text.length() - KEPT);
    }

    private static void delete(Path output) {
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
