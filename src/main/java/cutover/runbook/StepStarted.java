package cutover.runbook;

import java.time.Instant;
import java.util.function.Function;

/**
 * An attempt of a test begins.
 *
 * @param step the id of the step that the test verifies
 * @param test identifies the test within the suite; a repeated attempt has the same
 * @param name the test's sentence
 */
public record StepStarted(String step, String test, String name, Instant at) implements Entry {

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
        return stepStarted.apply(this);
    }
}
