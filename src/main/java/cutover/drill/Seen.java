package cutover.drill;

import cutover.runbook.Entry;
import cutover.runbook.Phase;
import cutover.runbook.ReturnWindow;
import cutover.runbook.State;
import cutover.runbook.StepFinished;
import cutover.runbook.StepVerdict;
import cutover.runbook.TestRun;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One look at the world through the steps of a phase.
 *
 * @param run id of the run that looked
 * @param steps those that were to look, as the run is judged
 * @param entries the journal of the run
 * @param ended when the last of them had looked
 */
public record Seen(String run, Phase phase, List<StepVerdict> steps, List<Entry> entries, Instant ended) {

    public Seen {
        steps = List.copyOf(steps);
        entries = List.copyOf(entries);
    }

    /** Ids of the steps that are unmet. */
    Set<String> unmet() {
        return in(State.UNMET::equals);
    }

    /** Ids of the steps of which nobody could tell, or that did not look at all. */
    Set<String> untold() {
        return in(state -> state != State.UNMET && state != State.MET);
    }

    /** Whether each step is met, and there is one. */
    boolean isMet() {
        return !steps.isEmpty() && steps.stream().allMatch(step -> state(step) == State.MET);
    }

    /** What this run saw of the way back; empty when it did not get so far. */
    Optional<ReturnWindow> window() {
        return ReturnWindow.of(entries, ended);
    }

    /** When the last of these steps had looked. */
    Optional<Instant> ended(Set<String> which) {
        return entries.stream()
                .filter(StepFinished.class::isInstance)
                .map(StepFinished.class::cast)
                .filter(finished -> which.contains(finished.step()))
                .map(StepFinished::at)
                .max(Comparator.naturalOrder());
    }

    /** The steps that are not met, each with the first of what it found, one line each. */
    String open() {
        return steps.stream()
                .filter(step -> state(step) != State.MET)
                .map(step -> step.id() + " " + state(step).text()
                        + step.open().stream()
                                .findFirst()
                                .map(finding -> ": " + finding.sentence())
                                .orElse(""))
                .collect(Collectors.joining("\n"));
    }

    /** What its tests saw; whether a person has signed is no matter of a drill. */
    static State state(StepVerdict step) {
        return step.tests().stream()
                .map(TestRun::state)
                .min(Comparator.naturalOrder())
                .orElse(State.NOT_RUN);
    }

    private Set<String> in(Predicate<State> which) {
        return steps.stream()
                .filter(step -> which.test(state(step)))
                .map(StepVerdict::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
