package cutover.runbook;

import java.time.Instant;
import java.util.function.Function;

/** A step saw something about the way back. It says nothing about whether the step is met, so no verdict follows from it. */
public record WayBackSeen(String step, WayBack wayBack, Instant at) implements Entry {

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
        return wayBackSeen.apply(this);
    }
}
