package cutover.junit;

import cutover.config.Reading;
import cutover.config.Sources;
import cutover.runbook.Entry;
import cutover.runbook.JournalRead;
import cutover.runbook.JournalReader;
import cutover.runbook.Recorded;
import cutover.runbook.Runbook;
import cutover.runbook.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What lies in the folder of a run; judged from that alone.
 *
 * @param recorded nothing when the run could not start: the reason may be there
 */
record KeptRun(Path folder, Runbook runbook, Recorded recorded, JournalRead journal) {

    private static final Duration SKEW = Duration.ofMinutes(1);

    /** @throws cutover.config.ConfigProblems when the runbook, or what people have recorded, cannot be read */
    static KeptRun read(Path folder, String environment) {
        Reading reading = new Reading(Sources.of(Map.of(), Map.of()));
        Path home = folder.resolve(Inputs.FOLDER);
        Optional<Runbook> runbook = reading.read(home.resolve("config/runbook.yaml"), Runbook.class);
        Optional<Recorded> recorded = left(folder, RunOrProblem.PROBLEMS).isEmpty()
                ? runbook.map(known -> new RecordedFiles(home, environment).read(reading, known))
                : Optional.empty();
        reading.finish();
        return new KeptRun(
                folder,
                runbook.orElseThrow(),
                recorded.orElse(Recorded.NOTHING),
                JournalReader.read(folder.resolve(Run.JOURNAL)));
    }

    /**
     * Judges it. What a run leaves beside its journal can only speak against it.
     *
     * @param covered ids of the steps for which there are tests
     * @param decided when it is decided
     */
    Verdict verdict(String run, Set<String> covered, Instant decided) {
        Verdict verdict = verdict(run, covered);
        Optional<Instant> last = journal.entries().stream().map(Entry::at).max(Comparator.naturalOrder());
        return last.filter(end -> decided.plus(SKEW).isBefore(end))
                .map(end -> verdict.withdrawn(
                        "the clock was set back: it is " + decided + " and the run went on until " + end,
                        "Set the clock of this machine right, and run again."))
                .orElse(verdict);
    }

    private Verdict verdict(String run, Set<String> covered) {
        String problems = left(folder, RunOrProblem.PROBLEMS);
        if (!problems.isEmpty()) {
            return Verdict.ofNoRun(
                    run,
                    "the run could not start: " + problems.lines().findFirst().orElseThrow(),
                    "Mend what is listed above and in " + folder.resolve(RunOrProblem.PROBLEMS) + ", then run again.");
        }
        Verdict verdict = Verdict.of(runbook, journal, run, covered, recorded);
        if (!Files.exists(folder.resolve(Run.LEAKS))) {
            return verdict.withdrawn(
                    "whether secrets are in the run's own files is not known, they were not looked through",
                    "Run again: this one was ended before it could look.");
        }
        String leaks = left(folder, Run.LEAKS);
        return leaks.isEmpty()
                ? verdict
                : verdict.withdrawn(
                        "there are secrets in the run's own files: "
                                + leaks.lines().collect(Collectors.joining(", ")),
                        "Keep " + folder + " from everybody, change those secrets, and report a defect of the suite.");
    }

    /** The text of a file that a run may have left. */
    static String left(Path folder, String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Files.readString(path).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
