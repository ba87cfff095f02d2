package cutover.junit;

import cutover.environment.front.Dns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of the files that a run was told by, in its own folder under the same names: what was decided can be judged again
 * after they have changed.
 */
final class Inputs {

    static final String FOLDER = "inputs";
    private static final Path RUNBOOK = Path.of("config/runbook.yaml");

    private final Path home;
    private final String environment;
    private final Path runFolder;

    Inputs(RunSettings settings) {
        this.home = settings.home();
        this.environment = settings.environment();
        this.runFolder = settings.runFolder();
    }

    /** Keeps all files of a run that begins. */
    void keep(RunFiles files) {
        copy(Path.of("config/environments", environment + ".yaml"));
        copy(Path.of("config/applications", files.environment().application() + ".yaml"));
        files.environment().redirects().ifPresent(name -> copy(Path.of("config", name + ".yaml")));
        files.environment().dns().ifPresent(name -> copy(Path.of("config/dns", name + ".yaml")));
        files.dns()
                .map(Dns::resolverLists)
                .orElse(List.of())
                .forEach(list -> copy(Path.of("config/dns/resolvers", list + ".yaml")));
        keepJudgedBy();
    }

    /** Keeps what a verdict is judged by, as it is now: people may sign off while a run goes on. */
    void keepJudgedBy() {
        clear(kept().resolve("config/signoffs"));
        clear(kept().resolve("config/waivers"));
        clear(kept().resolve("config/signers.yaml"));
        copy(RUNBOOK);
        new RecordedFiles(home, environment).files().forEach(file -> copy(home.relativize(file)));
    }

    /** The folder that stands for the home when the run is judged. */
    Path kept() {
        return runFolder.resolve(FOLDER);
    }

    /** All that a decision rests on, relative to the folder of the run. */
    static List<Path> of(Path runFolder) {
        List<Path> all = new ArrayList<>(Stream.of(Run.JOURNAL, Run.LEAKS, RunOrProblem.PROBLEMS)
                .map(Path::of)
                .toList());
        walk(runFolder.resolve(FOLDER)).stream()
                .filter(Files::isRegularFile)
                .map(runFolder::relativize)
                .forEach(all::add);
        return all;
    }

    private void copy(Path file) {
        Path from = home.resolve(file);
        if (!Files.isRegularFile(from)) {
            return; // whoever reads it says so
        }
        try {
            Path to = kept().resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear(Path folder) {
        try {
            for (Path file :
                    walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> walk(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
