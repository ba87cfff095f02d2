package cutover.junit;

import cutover.config.Reading;
import cutover.config.Secret;
import cutover.config.Sources;
import cutover.environment.Application;
import cutover.environment.Environment;
import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files of a run, read together so that all that is wrong is told at once.
 *
 * @param phase the caller's, else the environment's
 */
record RunFiles(Environment environment, Application application, Runbook runbook, Phase phase, Set<Secret> secrets) {

    /**
     * Reads runbook, environment and application.
     *
     * @throws cutover.config.ConfigProblems with all that is wrong in them
     * @throws IllegalArgumentException when a selected step is not in the runbook, or the phase that was asked for is none
     */
    static RunFiles read(RunSettings settings, Sources sources) {
        Path config = settings.home().resolve("config");
        Path place = settings.environmentFile();
        Reading reading = new Reading(sources);
        Optional<Runbook> runbook = reading.read(config.resolve("runbook.yaml"), Runbook.class);
        Optional<Environment> environment = reading.read(place, Environment.class);
        environment.ifPresent(read -> phase(reading, place, read.phase()));
        Optional<Application> application = environment.flatMap(read ->
                reading.read(config.resolve("applications").resolve(read.application() + ".yaml"), Application.class));
        reading.finish();
        demandKnown(settings.steps(), runbook.orElseThrow());
        Phase phase = settings.phase()
                .map(RunFiles::asked)
                .orElseGet(() -> Phase.named(environment.orElseThrow().phase()));
        return new RunFiles(
                environment.orElseThrow(), application.orElseThrow(), runbook.orElseThrow(), phase, reading.secrets());
    }

    private static void phase(Reading reading, Path place, String phase) {
        try {
            Phase.named(phase);
        } catch (IllegalArgumentException e) {
            reading.refuse(place, "phase", e.getMessage(), "name one of them");
        }
    }

    private static Phase asked(String phase) {
        try {
            return Phase.named(phase);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("-Dphase: " + e.getMessage(), e);
        }
    }

    private static void demandKnown(Set<String> steps, Runbook runbook) {
        Set<String> unknown = new TreeSet<>(steps);
        unknown.removeIf(step -> runbook.step(step).isPresent());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("-Dsteps names " + String.join(", ", unknown)
                    + ", which config/runbook.yaml does not know; it has "
                    + runbook.steps().stream().map(step -> step.id()).collect(Collectors.joining(", ")));
        }
    }
}
