package cutover.junit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

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
            Given given,
            PrintStream console) {
        try {
            return new RunOrProblem(Run.open(settings, clock, random, variables, given, console), "");
        } catch (RuntimeException e) {
            String problem = told(e);
            leaveBehind(settings.runFolder(), problem);
            console.println(problem);
            return new RunOrProblem(null, problem);
        }
    }

    /** Why there is no run; empty when there is one. */
    String problem() {
        return problem;
    }

    /** @throws IllegalStateException with the head of the problem; the whole of it was told when it was found */
    Run run() {
        if (run == null) {
            throw new IllegalStateException(
                    "the run could not start: " + problem.lines().findFirst().orElse(""));
        }
        return run;
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
    }

    /** A mistake in what the caller said speaks for itself; of anything else the kind and its causes matter too. */
    private static String told(RuntimeException problem) {
        if (problem instanceof IllegalArgumentException || problem instanceof IllegalStateException) {
            return String.valueOf(problem.getMessage());
        }
        StringBuilder text = new StringBuilder(problem.toString());
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\ncaused by ").append(cause);
        }
        return text.toString();
    }

    /** Keeps the problem for the verdict. */
    static void leaveBehind(Path folder, String problem) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(PROBLEMS), problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
