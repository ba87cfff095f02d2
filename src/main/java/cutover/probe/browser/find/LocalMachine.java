package cutover.probe.browser.find;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The machine that this program runs on. */
public final class LocalMachine implements Machine {

    private final Map<String, String> environment;

    /** @param environment the environment variables, as the composition root read them */
    public LocalMachine(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String system() {
        return System.getProperty("os.name", "");
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public boolean root() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    @Override
    public boolean executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    @Override
    public Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Ran run(List<String> command, Map<String, String> additional, Duration atMost) {
        Path output = null;
        try {
            output = Files.createTempFile("cutover-", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(output.toFile());
            builder.environment().putAll(additional);
            return ended(builder.start(), atMost, output);
        } catch (IOException e) {
            return new Ran(false, -1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ran(false, -1, "interrupted");
        } finally {
            remove(output);
        }
    }

    private static Ran ended(Process process, Duration atMost, Path output) throws IOException, InterruptedException {
        try {
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return new Ran(ended, ended ? process.exitValue() : -1, said);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private File nothing() {
        return new File(system().startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static void remove(Path output) {
        try {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            output.toFile().deleteOnExit();
        }
    }
}
