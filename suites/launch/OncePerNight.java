package launch;

import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.runbook.History;
import cutover.runbook.HistoryEntry;
import cutover.runbook.Phase;
import cutover.runbook.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that people are woken by, and so is done once a night however often the night's run is repeated. */
record OncePerNight(Workbench bench) {

    private static final Duration NIGHT = Duration.ofHours(12);

    /** Does it, unless a run of the last twelve hours did and found it met. */
    void unlessDone(String step, Runnable look) {
        Optional<HistoryEntry> done = lastDone(bench.history(), step).filter(run -> !over(run, now()));
        done.ifPresentOrElse(
                run -> bench.findings()
                        .add(Finding.met("met by run " + run.run() + ", which ended at " + run.finished()
                                + "; nobody is mailed a second time in one night")),
                look);
    }

    /** A run that met the step within the night of another one did not do it itself. */
    static Optional<HistoryEntry> lastDone(History history, String step) {
        Optional<HistoryEntry> last = Optional.empty();
        for (HistoryEntry run : history.of(Phase.NIGHTLY)) {
            boolean met = run.steps().containsKey(step) && run.steps().get(step).state() == State.MET;
            if (met && last.map(one -> over(one, run.finished())).orElse(true)) {
                last = Optional.of(run);
            }
        }
        return last;
    }

    private static boolean over(HistoryEntry run, Instant now) {
        return run.finished().plus(NIGHT).isBefore(now);
    }

    private Instant now() {
        return bench.clock().instant();
    }
}
