package cutover.runbook;

import cutover.finding.Evidence;
import cutover.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run says about one step.
 *
 * @param line the step as the runbook has it
 * @param tests every attempt of every test that names the step, in the order in which they ended
 * @param evidence the files that were kept for it
 * @param toDo the next action; empty when it is met
 */
public record StepVerdict(StepLine line, State state, List<TestRun> tests, List<Evidence> evidence, String toDo) {

    public StepVerdict {
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

    /** The time spent on it, all attempts together. */
    public Duration took() {
        return tests.stream().map(TestRun::took).reduce(Duration.ZERO, Duration::plus);
    }
}
