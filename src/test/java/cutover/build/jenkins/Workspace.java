package cutover.build.jenkins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real folder in which a real shell runs what the build says, with a Maven that only writes down how it was called. */
final class Workspace {

    private static final String MAVEN = """
            #!/bin/sh
            { for each in "$@"; do printf '%s ' "$each"; done; echo; } >> "$FAKE/arguments"
            env > "$FAKE/variables"
            mkdir -p target/cutover/run-1 target/failsafe-reports .cutover/history
            echo '{}' > target/cutover/run-1/journal.jsonl
            echo '<testsuite/>' > target/failsafe-reports/TEST-launch.Uat.xml
            echo '{}' >> .cutover/history/prod.jsonl
            if [ -s "$FAKE/report.json" ]; then
                cp "$FAKE/report.json" target/cutover/
                touch target/cutover/report.html target/cutover/summary.md target/cutover/decision.json
            fi
            exit "$(cat "$FAKE/exit")"
            """;

    private final Path folder;
    private final Path fake;

    Workspace(Path home) {
        this.folder = home.resolve("workspace");
        this.fake = home.resolve("fake");
        write(fake.resolve("mvn"), MAVEN);
        if (!fake.resolve("mvn").toFile().setExecutable(true)) {
            throw new IllegalStateException("the Maven of the test cannot be made executable");
        }
        write(folder.resolve("pom.xml"), "");
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    void prepare(MavenCall call) {
        write(fake.resolve("report.json"), call.report());
        write(fake.resolve("exit"), String.valueOf(call.exit()));
    }

    /** One line for each call of Maven, its arguments apart by blanks. */
    List<String> mavenCalls() {
        return read(fake.resolve("arguments")).lines().map(String::strip).toList();
    }

    /** The environment variables that the last Maven was given. */
    List<String> mavenVariables() {
        return read(fake.resolve("variables")).lines().toList();
    }

    /** Runs a script as Jenkins does, with each command told before it is run. */
    Ran shell(String script, Map<String, String> variables) {
        ProcessBuilder call = new ProcessBuilder("sh", "-xe", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        call.environment().clear();
        call.environment().putAll(variables);
        call.environment().put("PATH", fake + ":/usr/local/bin:/usr/bin:/bin");
        call.environment().put("FAKE", fake.toString());
        try {
            Process process = call.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("waiting for the shell was interrupted", e);
        }
    }

    /** How a script ended, with all that it printed. */
    record Ran(int exit, String output) {}

    /** The files that patterns such as {@code target/**, *.txt} mean, in order. */
    List<String> matching(String patterns) {
        List<String> found = new ArrayList<>();
        for (String pattern : patterns.split("\\s*,\\s*")) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            walk(folder).map(folder::relativize).filter(matcher::matches).forEach(file -> found.add(file.toString()));
        }
        return found.stream()
                .filter(file -> Files.isRegularFile(file(file)))
                .sorted()
                .toList();
    }

    void delete(String path) {
        walk(file(path)).sorted(Comparator.reverseOrder()).forEach(each -> {
            if (!each.toFile().delete()) {
                throw new IllegalStateException(each + " cannot be deleted");
            }
        });
    }

    void write(String path, String text) {
        write(file(path), text);
    }

    String read(String path) {
        return read(file(path));
    }

    private static Stream<Path> walk(Path from) {
        if (!Files.exists(from)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(from)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
