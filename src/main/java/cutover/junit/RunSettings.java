package cutover.junit;

import cutover.runbook.Phase;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the caller of a run said, on the command line or in an IDE.
 *
 * @param home folder that holds {@code config}
 * @param folder below it each run has a folder of its own
 * @param history folder that holds the histories of runs; empty when the caller named none
 * @param run id of the run
 * @param environment name of a file in {@code config/environments}
 * @param phase name of the phase to judge, not looked at yet; empty for the environment's own
 * @param steps ids that were selected; empty for all of the phase
 * @param tests tests that were selected by Maven's {@code -Dit.test}; empty for all
 * @param grid address of a Selenium Grid, not looked at yet; empty for a browser of this machine
 * @param installBrowser false forbids to install a browser
 * @param colours whether the console shows colours
 * @param quiet true to print nothing while the run goes on
 */
record RunSettings(
        Path home,
        Path folder,
        Optional<Path> history,
        String run,
        String environment,
        Optional<String> phase,
        Set<String> steps,
        String tests,
        Optional<String> grid,
        boolean installBrowser,
        boolean colours,
        boolean quiet) {

    RunSettings {
        steps = Set.copyOf(steps);
    }

    /**
     * Reads the parameters {@code cutover.*} and {@code browser.*}; one that is missing or empty has a default.
     *
     * @param parameter JUnit's configuration parameters, which fall back to system properties
     * @param freshRun names the run when nobody else did, as in an IDE
     */
    static RunSettings from(Function<String, Optional<String>> parameter, String freshRun) {
        Function<String, Optional<String>> told = name ->
                parameter.apply(name).map(String::strip).filter(text -> !text.isEmpty() && !text.startsWith("${"));
        Path home = Path.of(told.apply("cutover.home").orElse("")).toAbsolutePath();
        return new RunSettings(
                home,
                told.apply("cutover.folder").map(Path::of).orElse(home.resolve("target/cutover")),
                told.apply("cutover.history").map(home::resolve),
                told.apply("cutover.run").orElse(freshRun),
                told.apply("cutover.environment")
                        .or(() -> told.apply("cutover.profile").map(names -> names.replace(",", "")))
                        .orElse("rehearsal"),
                told.apply("cutover.phase"),
                new LinkedHashSet<>(told.apply("cutover.steps")
                        .map(text -> List.of(text.split("\\s*,\\s*")))
                        .orElse(List.of())),
                told.apply("cutover.narrowed").orElse(""),
                told.apply("browser.grid"),
                !told.apply("browser.install").orElse("").equals("never"),
                told.apply("cutover.color").filter("always"::equals).isPresent(),
                told.apply("cutover.console").filter("off"::equals).isPresent());
    }

    /** The same in one phase, as a run of its own. */
    RunSettings in(Phase phase) {
        return as(phase.key(), phase, steps, quiet);
    }

    /** The same as a run of its own that looks by some steps of a phase. */
    RunSettings as(String name, Phase phase, Set<String> some, boolean silent) {
        return new RunSettings(
                home,
                folder,
                history,
                run + "-" + name,
                environment,
                Optional.of(phase.key()),
                some,
                tests,
                grid,
                installBrowser,
                colours,
                silent);
    }

    /** The same as a run that is remembered beside its journal only. */
    RunSettings forgetful() {
        return new RunSettings(
                home,
                folder,
                Optional.empty(),
                run,
                environment,
                phase,
                steps,
                tests,
                grid,
                installBrowser,
                colours,
                quiet);
    }

    /** The folder of this run. */
    Path runFolder() {
        return folder.resolve(run);
    }

    /** The file of the environment. */
    Path environmentFile() {
        return home.resolve("config/environments").resolve(environment + ".yaml");
    }

    /** Why fewer steps run than the phase has; empty when nothing was narrowed. */
    String narrowed() {
        if (!tests.isEmpty()) {
            return "only the tests -Dit.test=" + tests;
        }
        return steps.isEmpty() ? "" : "only the steps " + String.join(", ", new java.util.TreeSet<>(steps));
    }
}
