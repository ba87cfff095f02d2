package cutover.runbook;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A run begins; the first entry of every journal.
 *
 * @param run the run's id, unique
 * @param environment the name of the environment
 * @param host where it was looked at, as people know it, for instance {@code https://www.example.org}
 * @param phase the phase that is judged
 * @param rehearsal whether the target is the twin
 * @param narrowed why fewer steps run than the phase has; empty when the whole phase runs
 * @param versions what took part, by name: this suite, the browser, the Java runtime, the target's build markers
 */
public record RunStarted(
        String run,
        String environment,
        String host,
        Phase phase,
        boolean rehearsal,
        String narrowed,
        Map<String, String> versions,
        Instant at)
        implements Entry {

    public RunStarted {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    /** What {@link #versions} calls the build that the environment demands. */
    public static final String RELEASE = "release";

    /** What it calls the commit of suite and configuration. */
    public static final String COMMIT = "commit";

    /** The build that the environment demands; empty where it demands none. */
    public String release() {
        return versions.getOrDefault(RELEASE, "");
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
        return runStarted.apply(this);
    }
}
