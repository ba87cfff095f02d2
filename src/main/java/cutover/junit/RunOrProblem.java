package cutover.junit;

import cutover.config.ConfigProblems;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.opentest4j.TestAbortedException;

/** A run, or why it could not start; told once in full, and left behind for the verdict, which runs in another JVM. */
final class RunOrProblem implements AutoCloseable {

    static final String PROBLEMS = "problems.txt";

    private final Run run;
    private final String problem;

    private RunOrProblem(Run run, String problem) {
        this.run = run;
        this.problem = problem;
    }

    static RunOrProblem open(
            RunSettings settings,
            Clock clock,
            RandomGenerator random,
            Map<String, String> variables,
            Standing standing,
            PrintStream console) {
        try {
            return new RunOrProblem(Run.open(settings, clock, random, variables, standing, console), "");
        } catch (ConfigProblems | IllegalArgumentException | IllegalStateException e) {
            leaveBehind(settings.runFolder(), e.getMessage());
            console.println(e.getMessage());
            return new RunOrProblem(null, String.valueOf(e.getMessage()));
        }
    }

    /** Why there is no run; empty when there is one. */
    String problem() {
        return problem;
    }

    Run run() {
        if (run == null) {
            throw new TestAbortedException("the run could not start: " + problem);
        }
        return run;
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
    }

    private static void leaveBehind(Path folder, String problem) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(PROBLEMS), problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
