package cutover.junit;

import cutover.config.ConfigProblems;
import cutover.config.Reading;
import cutover.config.Secret;
import cutover.config.Sources;
import cutover.environment.Application;
import cutover.environment.Environment;
import cutover.environment.front.Dns;
import cutover.environment.front.Redirects;
import cutover.environment.front.ResolverList;
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
record RunFiles(
        Environment environment,
        Application application,
        Optional<Dns> dns,
        Optional<Redirects> redirects,
        Runbook runbook,
        Phase phase,
        Set<Secret> secrets) {

    /**
     * Reads runbook, environment and application, and whether what people have recorded can be read.
     *
     * @throws IllegalArgumentException with all that the caller said wrong, and all that is wrong in the files
     */
    static RunFiles read(RunSettings settings, Sources sources) {
        Path config = settings.home().resolve("config");
        Path place = settings.environmentFile();
        Reading reading = new Reading(sources);
        Optional<Runbook> runbook = reading.read(config.resolve("runbook.yaml"), Runbook.class);
        Optional<Environment> environment = reading.read(place, Environment.class);
        Optional<Application> application = environment.flatMap(read ->
                reading.read(config.resolve("applications").resolve(read.application() + ".yaml"), Application.class));
        Optional<Dns> dns = environment.flatMap(Environment::dns).flatMap(name -> dns(reading, config, name));
        Optional<Redirects> redirects = environment
                .flatMap(Environment::redirects)
                .flatMap(name -> reading.read(config.resolve(name + ".yaml"), Redirects.class));
        runbook.ifPresent(known -> new RecordedFiles(settings.home(), settings.environment()).read(reading, known));
        finish(new SaidWrong(settings, runbook).lines(), reading);
        Phase phase = settings.phase().map(Phase::named).orElseGet(environment.orElseThrow()::phase);
        return new RunFiles(
                environment.orElseThrow(),
                application.orElseThrow(),
                dns,
                redirects,
                runbook.orElseThrow(),
                phase,
                reading.secrets());
    }

    private static Optional<Dns> dns(Reading reading, Path config, String name) {
        Path folder = config.resolve("dns");
        return reading.read(folder.resolve(name + ".yaml"), Dns.class)
                .map(dns -> dns.with(dns.resolverLists().stream()
                        .map(list ->
                                reading.read(folder.resolve("resolvers").resolve(list + ".yaml"), ResolverList.class))
                        .flatMap(Optional::stream)
                        .toList()));
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
