package cutover.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commit of the suite and its configuration, as a pipeline names it or git has it checked out. */
final class Commit {

    private static final List<String> NAMED_BY_PIPELINES = List.of("GIT_COMMIT", "GITHUB_SHA", "CI_COMMIT_SHA");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String REFERENCE = "ref: ";

    private Commit() {}

    /** Empty where neither knows. */
    static Optional<String> of(Path home, Map<String, String> variables) {
        return NAMED_BY_PIPELINES.stream()
                .map(name -> variables.getOrDefault(name, ""))
                .filter(id -> ID.matcher(id).matches())
                .findFirst()
                .or(() -> checkedOut(home.resolve(".git")));
    }

    private static Optional<String> checkedOut(Path git) {
        return line(git.resolve("HEAD"))
                .flatMap(head -> head.startsWith(REFERENCE)
                        ? referred(git, head.substring(REFERENCE.length()))
                        : Optional.of(head))
                .filter(id -> ID.matcher(id).matches());
    }

    private static Optional<String> referred(Path git, String reference) {
        return line(git.resolve(reference))
                .or(() -> lines(git.resolve("packed-refs"))
                        .filter(line -> line.endsWith(" " + reference))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .findFirst());
    }

    private static Optional<String> line(Path file) {
        return lines(file).findFirst();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file).stream().map(String::strip) : Stream.empty();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
