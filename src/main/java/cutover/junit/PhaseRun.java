package cutover.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the steps of one phase, against a standing twin or, without one, against the environment itself, as a run of its own with its own journal. */
final class PhaseRun {

    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    private final Given given;
    private final Class<?> suite;

    /** @param suite any suite; all that lie beside it run */
    PhaseRun(Given given, Class<?> suite) {
        this.given = given;
        this.suite = suite;
    }

    /** @param run names one phase */
    void play(RunSettings run) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameters(PARALLEL)
                .configurationParameter("cutover.run", run.run())
                .configurationParameter("cutover.phase", run.phase().orElseThrow())
                .configurationParameter("cutover.environment", run.environment())
                .configurationParameter("cutover.home", run.home().toString())
                .configurationParameter("cutover.folder", run.folder().toString())
                .configurationParameter(
                        "cutover.history", run.history().map(Path::toString).orElse(""))
                .configurationParameter("cutover.console", run.quiet() ? "off" : "on")
                .configurationParameter("cutover.steps", String.join(",", run.steps()));
        StepTests.beside(suite).classes().forEach(type -> request.selectors(selectClass(type)));
        try (LauncherSession session = LauncherFactory.openSession()) {
            Supplier<Given> kept = () -> given;
            session.getStore().put(RunStore.SESSION, RunStore.GIVEN, kept);
            session.getLauncher().execute(request.build());
        }
    }
}
