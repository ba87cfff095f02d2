package cutover.build;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Maven that runs the build, else the one on the path. Each call has a copy of the project of its own: the files that
 * plugins leave in one place would mix.
 */
record Maven(Path folder, String command) {

    /** How a call ended, with all that it printed. */
    record Ended(int exit, String output) {}

    static Maven in(Path folder) {
        return new Maven(folder, ofTheBuild());
    }

    /**
     * Validates a copy of this project.
     *
     * @param environments the files of the copy's {@code config/environments}, without their ending
     */
    Ended validate(List<String> environments, List<String> arguments) {
        try {
            return validate(copy(environments), arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path copy(List<String> environments) throws IOException {
        Path home = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path project = Files.createTempDirectory(folder, "project");
        Files.copy(home.resolve("pom.xml"), project.resolve("pom.xml"));
        Path settings = Files.createDirectories(project.resolve(".mvn"));
        try (Stream<Path> files = Files.list(home.resolve(".mvn"))) {
            for (Path file : files.toList()) {
                Files.copy(file, settings.resolve(file.getFileName()));
            }
        }
        Path config = Files.createDirectories(project.resolve("config/environments"));
        for (String environment : environments) {
            Files.createFile(config.resolve(environment + ".yaml"));
        }
        return project;
    }

    private Ended validate(Path project, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command, "-o", "-q", "-B", "validate"));
        Optional.ofNullable(System.getProperty("localRepository"))
                .filter(repository -> !repository.isBlank())
                .ifPresent(repository -> line.add("-Dmaven.repo.local=" + repository));
        line.addAll(arguments);
        ProcessBuilder call =
                new ProcessBuilder(line).directory(project.toFile()).redirectErrorStream(true);
        call.environment().remove("MAVEN_ARGS");
        // Maven 4 does not tell its own, and would hand on that of the build
        call.environment().put("MAVEN_CMD_LINE_ARGS", String.join(" ", arguments));
        try {
            return ended(call.start());
        } catch (IOException e) {
            return fail(
                    "Maven cannot be called as " + command + ": put mvn on the path, or run this test by mvn test", e);
        }
    }

    private static Ended ended(Process process) throws IOException {
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("waiting for Maven was interrupted", e));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String ofTheBuild() {
        return Stream.of("mvn", "mvn.cmd")
                .map(name -> Path.of(System.getProperty("maven.home", ""), "bin", name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("mvn");
    }
}
