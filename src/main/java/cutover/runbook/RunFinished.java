package cutover.runbook;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * The run ended by itself; the last entry of a journal that is whole.
 *
 * @param counts how many attempts ended how; shows a reader whether lines were lost
 */
public record RunFinished(Instant at, Map<Outcome, Integer> counts) implements Entry {

    public RunFinished {
        counts = Map.copyOf(counts);
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
        return runFinished.apply(this);
    }
}
