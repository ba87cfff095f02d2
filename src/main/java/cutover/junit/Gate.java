package cutover.junit;

import cutover.config.Reading;
import cutover.config.Sources;
import cutover.report.ConsoleLines;
import cutover.report.ReportFiles;
import cutover.report.ReportedRun;
import cutover.runbook.Decision;
import cutover.runbook.JournalRead;
import cutover.runbook.JournalReader;
import cutover.runbook.Runbook;
import cutover.runbook.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the run that just ended, from its journal alone, and writes its reports. Runs as a test of its own, in a JVM of
 * its own, because a listener can't fail a build.
 */
public final class Gate {

    private final RunSettings settings;
    private final PrintStream console;

    Gate(RunSettings settings, PrintStream console) {
        this.settings = settings;
        this.console = console;
    }

    /** The gate for the run that the system properties {@code cutover.*} name. */
    public static Gate ofThisRun() {
        return new Gate(
                RunSettings.from(name -> Optional.ofNullable(System.getProperty(name)), "no-run-was-named"),
                System.out);
    }

    /**
     * Judges, writes the reports and prints the verdict.
     *
     * @param suite any suite; the steps for which there are tests are found beside it
     */
    public Judged judge(Class<?> suite) {
        Remains.reap(console::println);
        Path folder = settings.runFolder();
        Reading reading = new Reading(Sources.of(Map.of(), Map.of()));
        Optional<Runbook> runbook = reading.read(settings.home().resolve("config/runbook.yaml"), Runbook.class);
        reading.finish();
        JournalRead journal = JournalReader.read(folder.resolve(Run.JOURNAL));
        Verdict verdict = Verdict.of(
                runbook.orElseThrow(),
                journal,
                settings.run(),
                StepTests.beside(suite).steps());
        String problems = left(folder, RunOrProblem.PROBLEMS);
        boolean lookedThrough = Files.exists(folder.resolve(Run.LEAKS)) || !problems.isEmpty();
        String leaks = lookedThrough ? left(folder, Run.LEAKS) : "not known, they were not looked through";
        List<Path> reports = ReportFiles.write(
                made(folder),
                new ReportedRun(
                        verdict,
                        journal,
                        ZoneId.systemDefault(),
                        left(folder, Run.ACCEPTED).lines().toList()));
        latest(reports);
        ConsoleLines lines = new ConsoleLines(settings.colours(), Charset.defaultCharset(), runbook.orElseThrow());
        lines.verdict(verdict, List.of(reports.get(0).toUri().toString())).forEach(console::println);
        Figures.told(folder, journal.entries()).ifPresent(figures -> console.println("  " + figures + "\n"));
        return new Judged(verdict, problems, leaks);
    }

    /**
     * What the gate says.
     *
     * @param problems why the run could not start; empty when it did
     * @param leaks secrets found in the run's own files, or why they were not looked through; empty when there are none
     */
    public record Judged(Verdict verdict, String problems, String leaks) {

        /** The decision in words, with all that stands in the way. */
        public String told() {
            return verdict.decision().text()
                    + (problems.isEmpty() ? "" : ": the run could not start\n" + problems)
                    + (leaks.isEmpty() ? "" : "\nsecrets in the run's own files:\n" + leaks)
                    + verdict.reasons().stream()
                            .map(reason -> "\n- " + reason.text())
                            .reduce("", String::concat);
        }

        /** True for GO and REHEARSAL PASSED only, with nothing leaked. */
        public boolean isGo() {
            boolean go = verdict.decision() == Decision.GO || verdict.decision() == Decision.REHEARSAL_PASSED;
            return go && problems.isEmpty() && leaks.isEmpty();
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same reports under names that don't change, for people and pipelines. */
    private void latest(List<Path> reports) {
        try {
            for (Path report : reports) {
                Files.copy(
                        report,
                        settings.folder().resolve(report.getFileName()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String left(Path folder, String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Files.readString(path).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
