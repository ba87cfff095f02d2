package cutover.runbook;

import cutover.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One attempt of one test.
 *
 * @param test identifies the test within the suite; a repeated attempt has the same
 * @param name the test's sentence
 * @param findings all that was judged, in order
 */
public record TestRun(
        String test, String name, Outcome outcome, List<Finding> findings, Instant startedAt, Duration took) {

    public TestRun {
        findings = List.copyOf(findings);
    }

    /** What this attempt says about its step; a finding that is not met outweighs an outcome that claims otherwise. */
    public State state() {
        return findings.stream()
                .map(finding -> finding.fold(met -> State.MET, unmet -> State.UNMET, unknown -> State.UNKNOWN))
                .reduce(outcome.state(), State::or);
    }
}
