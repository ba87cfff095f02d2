package cutover.runbook;

import cutover.finding.Evidence;
import java.time.Instant;
import java.util.function.Function;

/** A file was kept that shows what a step saw. */
public record EvidenceKept(String step, Evidence evidence, Instant at) implements Entry {

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
        return evidenceKept.apply(this);
    }
}
