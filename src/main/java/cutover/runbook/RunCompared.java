package cutover.runbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The run was compared with earlier ones. It says nothing about a step, so no verdict follows from it.
 *
 * @param last the last whole run of the phase; none or one
 * @param missedNights dates on which a nightly run should have started, and no whole one ended
 * @param notes what else is to be said about the history, one sentence each: what of it is damaged, why it was not kept
 */
public record RunCompared(
        List<EarlierRun> last, List<Change> changes, List<LocalDate> missedNights, List<String> notes, Instant at)
        implements Entry {

    /** The run that the changes are told since. */
    public record EarlierRun(String run, Instant started) {}

    public RunCompared {
        last = List.copyOf(last);
        changes = List.copyOf(changes);
        missedNights = List.copyOf(missedNights);
        notes = List.copyOf(notes);
    }

    /** The last whole run of the phase; empty for the first one that is remembered. */
    public Optional<EarlierRun> earlier() {
        return last.stream().findFirst();
    }

    /** Everything in lines for people: the missed nights, then what is to be said of the history, then the changes. */
    public List<String> told() {
        List<String> lines = new ArrayList<>();
        if (!missedNights.isEmpty()) {
            lines.add(MissedNights.told(missedNights));
        }
        lines.addAll(notes);
        changes.forEach(change -> lines.add(told(change)));
        return List.copyOf(lines);
    }

    private String told(Change change) {
        boolean fromLast =
                earlier().map(run -> run.started().equals(change.since())).orElse(true);
        return fromLast ? change.told() : change.told() + " (since " + change.since() + ")";
    }

    @Override
    public <T> T fold(
            Function<RunStarted, T> runStarted,
            Function<StepStarted, T> stepStarted,
            Function<Progress, T> progress,
            Function<EvidenceKept, T> evidenceKept,
            Function<WayBackSeen, T> wayBackSeen,
            Function<BuildSeen, T> buildSeen,
            Function<StepFinished, T> stepFinished,
            Function<RunCompared, T> runCompared,
            Function<EarlierSteps, T> earlierSteps,
            Function<RunFinished, T> runFinished) {
        return runCompared.apply(this);
    }
}
