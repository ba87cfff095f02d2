package cutover.junit;

import cutover.config.Leak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a run has found of secrets in its own files; a run that was ended before it could look has no such file. */
record LeakFile(Path folder) {

    static final String NAME = "leaks.txt";

    void leave(List<Leak> leaks) {
        try {
            Files.writeString(
                    Files.createDirectories(folder).resolve(NAME),
                    leaks.stream()
                            .map(leak -> leak.label() + " (" + leak.form() + ") in " + leak.file())
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for each; one that says so where nobody has looked. */
    List<String> told() {
        return Files.exists(folder.resolve(NAME))
                ? KeptRun.left(folder, NAME).lines().toList()
                : List.of(folder + " was not looked through, its run was ended before");
    }
}
