package cutover.runbook;

import cutover.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * An attempt of a test ended.
 *
 * @param step the id of the step that the test verifies
 * @param test identifies the test within the suite; a repeated attempt has the same
 * @param name the test's sentence
 * @param findings all that was judged, the met ones included, in the order of judging
 * @param durationMillis how long the attempt took
 */
public record StepFinished(
        String step, String test, String name, Outcome outcome, List<Finding> findings, long durationMillis, Instant at)
        implements Entry {

    public StepFinished {
        findings = List.copyOf(findings);
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
        return stepFinished.apply(this);
    }
}
