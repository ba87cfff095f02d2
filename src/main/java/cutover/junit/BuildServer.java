package cutover.junit;

import cutover.report.Annotations;
import cutover.report.JobSummary;
import cutover.report.ReportedDrills;
import cutover.report.ReportedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * What shows a verdict besides the reports. Only GitHub needs help: the others read the JUnit files and keep the reports.
 *
 * @param annotates true where printed workflow commands are understood
 * @param summary the file that becomes the page of the job; empty without one
 */
record BuildServer(boolean annotates, Optional<String> summary) {

    /** As the environment variables say. */
    static BuildServer of(Map<String, String> variables) {
        boolean github = "true".equals(variables.get("GITHUB_ACTIONS"));
        return new BuildServer(
                github,
                Optional.ofNullable(variables.get("GITHUB_STEP_SUMMARY")).filter(file -> github && !file.isBlank()));
    }

    /** The one on which this process runs. */
    static BuildServer here() {
        return of(System.getenv());
    }

    /** Nothing but the reports. */
    static BuildServer none() {
        return new BuildServer(false, Optional.empty());
    }

    /** Shows it. What goes wrong is said, and changes no verdict. */
    void tell(ReportedRun run, Consumer<String> console) {
        if (annotates) {
            Annotations.of(run.verdict()).forEach(console);
        }
        summarize(room -> JobSummary.of(run, room), console);
    }

    /** Shows what became of rollback drills. */
    void tell(ReportedDrills drills, Consumer<String> console) {
        if (annotates) {
            Annotations.of(drills).forEach(console);
        }
        summarize(room -> JobSummary.of(drills, room), console);
    }

    private void summarize(LongFunction<String> text, Consumer<String> console) {
        summary.ifPresent(file -> {
            try {
                append(Path.of(file), text);
            } catch (IOException | InvalidPathException e) {
                console.accept("  the job's summary could not be written to " + file + ": " + e);
            }
        });
    }

    private static void append(Path file, LongFunction<String> text) throws IOException {
        long before = Files.exists(file) ? Files.size(file) : 0;
        Files.writeString(
                file,
                text.apply(JobSummary.MOST - before),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
