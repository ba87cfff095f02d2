package cutover.junit;

import cutover.drill.Seen;
import cutover.drill.Watch;
import cutover.runbook.Entry;
import cutover.runbook.Phase;
import cutover.runbook.StepVerdict;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Looks by running the suites against a standing twin, or against the environment itself; each look leaves a journal and a
 * report of its own, and nobody is told of its verdict.
 */
final class PhaseWatch implements Watch {

    private final RunSettings settings;
    private final Given given;
    private final Class<?> suite;
    private final Clock clock;

    /** @param suite any suite; all that lie beside it look */
    PhaseWatch(RunSettings settings, Given given, Class<?> suite, Clock clock) {
        this.settings = settings;
        this.given = given;
        this.suite = suite;
        this.clock = clock;
    }

    @Override
    public Seen look(String name, Phase phase, Set<String> steps) {
        RunSettings run = settings.as(name, phase, steps, true);
        new PhaseRun(given, suite).play(run);
        Gate.Judged judged = Gate.unannounced(run, new PrintStream(OutputStream.nullOutputStream()))
                .judge(suite);
        Set<String> tested = StepTests.beside(suite).steps();
        List<StepVerdict> looked = judged.verdict().steps().stream()
                .filter(step -> steps.isEmpty() ? tested.contains(step.id()) : steps.contains(step.id()))
                .toList();
        List<Entry> entries =
                KeptRun.read(run.runFolder(), run.environment()).journal().entries();
        return new Seen(run.run(), phase, looked, entries, clock.instant());
    }
}
