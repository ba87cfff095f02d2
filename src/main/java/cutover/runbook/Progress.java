package cutover.runbook;

import java.time.Instant;
import java.util.function.Function;

/**
 * What a step is doing or waiting for.
 *
 * @param step the id of the step; empty for the run as a whole
 */
public record Progress(String step, String text, Instant at) implements Entry {

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
        return progress.apply(this);
    }
}
