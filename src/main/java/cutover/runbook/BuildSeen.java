package cutover.runbook;

import java.time.Instant;
import java.util.function.Function;

/**
 * A step saw which build a site runs; a page that shows none leaves no such entry. It says nothing about whether the step is
 * met.
 *
 * @param site its origin with what stands before every path, as {@link RunStarted#host} tells it
 */
public record BuildSeen(String step, String site, String build, Instant at) implements Entry {

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
        return buildSeen.apply(this);
    }
}
