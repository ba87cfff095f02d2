package cutover.runbook;

import cutover.finding.Evidence;
import cutover.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run says about one step.
 *
 * @param line the step as the runbook has it
 * @param tests every attempt of every test that names the step, in the order in which they ended
 * @param evidence the files that were kept for it
 * @param toDo the next action; empty when it is met
 * @param waitsFor ids of the unmet steps because of which it was not run
 * @param signing what a person's word for it is worth
 * @param waiver of this step, whether it holds or not
 * @param waived true when it is not met and somebody answers for going on all the same: for it, or for all that is
 *     not met of what it is made of
 */
public record StepVerdict(
        StepLine line,
        State state,
        List<TestRun> tests,
        List<Evidence> evidence,
        String toDo,
        List<String> waitsFor,
        Signing signing,
        Optional<Waiver> waiver,
        boolean waived) {

    public StepVerdict {
        waitsFor = List.copyOf(waitsFor);
        tests = List.copyOf(tests);
        evidence = List.copyOf(evidence);
    }

    /** The step's id. */
    public String id() {
        return line.id();
    }

    /** How to take the step back; may be empty. */
    public String rollback() {
        return line.rollback();
    }

    /** All that was judged, over all attempts, in order. */
    public List<Finding> findings() {
        return tests.stream().flatMap(test -> test.findings().stream()).toList();
    }

    /** The findings that are not met, the unmet ones before those that could not tell. */
    public List<Finding> open() {
        List<Finding> all = findings();
        return Stream.concat(all.stream().filter(Finding::isUnmet), all.stream().filter(Finding::isUnknown))
                .toList();
    }

    /** From the begin of its first attempt to the end of its last; zero when it was not looked at. */
    public Duration span() {
        Optional<Instant> begun = tests.stream().map(TestRun::startedAt).min(Comparator.naturalOrder());
        Optional<Instant> ended =
                tests.stream().map(test -> test.startedAt().plus(test.took())).max(Comparator.naturalOrder());
        return begun.flatMap(from -> ended.map(to -> Duration.between(from, to)))
                .orElse(Duration.ZERO);
    }

    /** Whether steps that come after it are not worth looking at: it is unmet, or was itself held up. */
    boolean holdsUp() {
        return state == State.UNMET || !waitsFor.isEmpty();
    }

    /** Whether verifying it took longer than the runbook grants. */
    public boolean isOverBudget() {
        return span().compareTo(line.budget()) > 0;
    }

    /** The time spent on it, all attempts together. */
    public Duration took() {
        return tests.stream().map(TestRun::took).reduce(Duration.ZERO, Duration::plus);
    }
}
