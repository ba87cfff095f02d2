package cutover.runbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import cutover.finding.Evidence;
import cutover.finding.Finding;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Appends what happens, as it happens, to a file of JSON lines that belongs to one run. Each entry is handed to the
 * operating system in one write, so a killed run loses at most the line being written. Threads may share a journal;
 * an interrupt of the writing thread does not close it.
 *
 * <p>Every method returns the entry as it was written, its texts masked: what is shown to people is to be taken from
 * there.
 */
public final class Journal implements AutoCloseable {

    private final OutputStream out;
    private final JournalJson json;
    private final Clock clock;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    private Journal(OutputStream out, UnaryOperator<String> mask, Clock clock) {
        this.out = out;
        this.json = new JournalJson(mask);
        this.clock = clock;
    }

    /**
     * Starts the journal of a new run.
     *
     * @param file must not exist yet; its folder is made if missing
     * @param mask applied to every text before it is written
     * @throws IllegalStateException if the file exists: two runs never share a journal
     * @throws UncheckedIOException if it cannot be created
     */
    public static Journal create(Path file, UnaryOperator<String> mask, Clock clock) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file);
            return new Journal(new FileOutputStream(file.toFile(), true), mask, clock);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException(
                    "another run has written its journal to " + file + "; give this run a folder of its own", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be created", e);
        }
    }

    /** The first entry; see {@link RunStarted} for the meaning of each value. */
    public RunStarted runStarted(
            String run,
            String environment,
            String host,
            Phase phase,
            boolean rehearsal,
            String narrowed,
            Map<String, String> versions) {
        return append(new RunStarted(run, environment, host, phase, rehearsal, narrowed, versions, clock.instant()));
    }

    /** An attempt of a test begins. */
    public StepStarted stepStarted(String step, String test, String name) {
        return append(new StepStarted(step, test, name, clock.instant()));
    }

    /** What a step is doing or waiting for. */
    public Progress progress(String step, String text) {
        return append(new Progress(step, text, clock.instant()));
    }

    /** A file was kept that shows what a step saw. */
    public EvidenceKept evidenceKept(String step, Evidence evidence) {
        return append(new EvidenceKept(step, evidence, clock.instant()));
    }

    /** A step saw something about the way back. */
    public WayBackSeen wayBackSeen(String step, WayBack wayBack) {
        return append(new WayBackSeen(step, wayBack, clock.instant()));
    }

    /** A step saw which build a site runs. */
    public BuildSeen buildSeen(String step, String site, String build) {
        return append(new BuildSeen(step, site, build, clock.instant()));
    }

    /** An attempt of a test ended. */
    public StepFinished stepFinished(
            String step, String test, String name, Outcome outcome, List<Finding> findings, Duration took) {
        return append(new StepFinished(step, test, name, outcome, findings, took.toMillis(), clock.instant()));
    }

    /** The run is compared with earlier ones; see {@link RunCompared}. */
    public RunCompared runCompared(Changes changes, List<String> notes) {
        List<RunCompared.EarlierRun> last = changes.last().stream()
                .map(run -> new RunCompared.EarlierRun(run.run(), run.started()))
                .toList();
        return append(new RunCompared(last, changes.all(), changes.missedNights(), notes, clock.instant()));
    }

    /** How the steps ended in the last runs of the phase. */
    public EarlierSteps earlierSteps(List<EarlierSteps.Of> runs) {
        return append(new EarlierSteps(runs, clock.instant()));
    }

    /** The last entry, with the number of attempts that this journal saw end, by outcome. */
    public synchronized RunFinished runFinished() {
        return append(new RunFinished(clock.instant(), counts));
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal could not be closed", e);
        }
    }

    @SuppressWarnings("unchecked") // an entry is read back as the type it was written as
    private synchronized <E extends Entry> E append(E entry) {
        String line = json.written(entry);
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            E written = (E) json.read(line);
            if (written instanceof StepFinished finished) {
                counts.merge(finished.outcome(), 1, Integer::sum);
            }
            return written;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the mask makes an entry unreadable: " + line, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal could not be written", e);
        }
    }
}
