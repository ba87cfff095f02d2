package cutover.runbook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.function.Function;

/** One line of the journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunStarted.class, name = "run-started"),
    @JsonSubTypes.Type(value = StepStarted.class, name = "step-started"),
    @JsonSubTypes.Type(value = Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = EvidenceKept.class, name = "evidence-kept"),
    @JsonSubTypes.Type(value = WayBackSeen.class, name = "way-back-seen"),
    @JsonSubTypes.Type(value = BuildSeen.class, name = "build-seen"),
    @JsonSubTypes.Type(value = StepFinished.class, name = "step-finished"),
    @JsonSubTypes.Type(value = RunCompared.class, name = "run-compared"),
    @JsonSubTypes.Type(value = EarlierSteps.class, name = "earlier-steps"),
    @JsonSubTypes.Type(value = RunFinished.class, name = "run-finished")
})
public sealed interface Entry
        permits RunStarted,
                StepStarted,
                Progress,
                EvidenceKept,
                WayBackSeen,
                BuildSeen,
                StepFinished,
                RunCompared,
                EarlierSteps,
                RunFinished {

    /** When it happened. */
    Instant at();

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(
            Function<RunStarted, T> runStarted,
            Function<StepStarted, T> stepStarted,
            Function<Progress, T> progress,
            Function<EvidenceKept, T> evidenceKept,
            Function<WayBackSeen, T> wayBackSeen,
            Function<BuildSeen, T> buildSeen,
            Function<StepFinished, T> stepFinished,
            Function<RunCompared, T> runCompared,
            Function<EarlierSteps, T> earlierSteps,
            Function<RunFinished, T> runFinished);
}
