package cutover.junit;

import cutover.config.ConfigProblems;
import cutover.config.Reading;
import cutover.config.Secret;
import cutover.config.Sources;
import cutover.environment.Application;
import cutover.environment.Environment;
import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a run, read together so that all that is wrong is told at once.
 *
 * @param phase the caller's, else the environment's
 */
record RunFiles(Environment environment, Application application, Runbook runbook, Phase phase, Set<Secret> secrets) {

    /**
     * Reads runbook, environment and application.
     *
     * @throws IllegalArgumentException with all that the caller said wrong, and all that is wrong in the files
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
        finish(new SaidWrong(settings, runbook).lines(), reading);
        Phase phase = Phase.named(settings.phase().orElseGet(environment.orElseThrow()::phase));
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

    private static void finish(List<String> saidWrong, Reading reading) {
        List<String> all = new ArrayList<>(saidWrong);
        try {
            reading.finish();
        } catch (ConfigProblems e) {
            all.add(e.getMessage());
        }
        if (!all.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", all));
        }
    }
}
