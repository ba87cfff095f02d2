package cutover.junit;

import cutover.runbook.BuildsSeen;
import cutover.runbook.Entry;
import cutover.runbook.JournalReader;
import cutover.runbook.RunStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The build that the newest run on this machine has seen an environment run.
 *
 * @param at when that run began
 */
record BuildKnown(String build, String run, Instant at) {

    /** Of the runs whose folders are kept; empty where none has seen one, or the newest that has seen any saw several. */
    static Optional<BuildKnown> of(RunSettings settings) {
        return journals(settings.folder())
                .map(file -> JournalReader.read(file).entries())
                .filter(journal -> isOf(journal, settings.environment()))
                .filter(journal -> !BuildsSeen.in(journal).builds().isEmpty())
                .max(Comparator.comparing(journal -> start(journal).at()))
                .flatMap(BuildKnown::only);
    }

    private static Optional<BuildKnown> only(List<Entry> journal) {
        return BuildsSeen.in(journal)
                .only()
                .map(build -> new BuildKnown(
                        build, start(journal).run(), start(journal).at()));
    }

    private static boolean isOf(List<Entry> journal, String environment) {
        return !journal.isEmpty()
                && journal.get(0) instanceof RunStarted start
                && start.environment().equals(environment);
    }

    private static RunStarted start(List<Entry> journal) {
        return (RunStarted) journal.get(0);
    }

    private static Stream<Path> journals(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.map(run -> run.resolve(Run.JOURNAL)).filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
