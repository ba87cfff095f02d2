package cutover.junit;

import cutover.config.Reading;
import cutover.config.Sources;
import cutover.finding.Finding;
import cutover.report.ConsoleLines;
import cutover.report.ReportFiles;
import cutover.report.ReportedRun;
import cutover.runbook.JournalRead;
import cutover.runbook.JournalReader;
import cutover.runbook.Reason;
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
import java.util.stream.Collectors;

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
     * @return met for GO and REHEARSAL PASSED only
     */
    public Finding judge(Class<?> suite) {
        Path folder = settings.runFolder();
        Reading reading = new Reading(Sources.of(Map.of(), Map.of()));
        Optional<Runbook> read = reading.read(settings.home().resolve("config/runbook.yaml"), Runbook.class);
        reading.finish();
        Runbook runbook = read.orElseThrow();
        JournalRead journal = JournalReader.read(folder.resolve(Run.JOURNAL));
        Verdict verdict = besidesTheJournal(
                Verdict.of(
                        runbook,
                        journal,
                        settings.run(),
                        StepTests.beside(suite).steps()),
                folder);
        List<Path> reports = ReportFiles.write(
                made(folder),
                new ReportedRun(
                        verdict,
                        journal,
                        ZoneId.systemDefault(),
                        left(folder, Run.ACCEPTED).lines().toList()));
        latest(reports);
        ConsoleLines lines = new ConsoleLines(settings.colours(), Charset.defaultCharset(), runbook);
        lines.verdict(verdict, List.of(reports.get(0).toUri().toString())).forEach(console::println);
        return found(verdict, reports.get(0));
    }

    private static Finding found(Verdict verdict, Path report) {
        String sentence = "the verdict is " + verdict.decision().text();
        return verdict.isGo()
                ? Finding.met(sentence)
                : Finding.unmet(sentence)
                        .expected("GO, or for a rehearsal REHEARSAL PASSED")
                        .butWas(verdict.reasons().stream().map(Reason::text).collect(Collectors.joining("\n")))
                        .lookAt(report.toString())
                        .toDo(verdict.first().map(Reason::toDo).orElse(""));
    }

    /** What a run leaves beside its journal can only speak against it. */
    private static Verdict besidesTheJournal(Verdict verdict, Path folder) {
        String problems = left(folder, RunOrProblem.PROBLEMS);
        if (!problems.isEmpty()) {
            return Verdict.ofNoRun(
                    verdict.run(),
                    "the run could not start: " + problems.lines().findFirst().orElseThrow(),
                    "Mend what is listed above and in " + folder.resolve(RunOrProblem.PROBLEMS) + ", then run again.");
        }
        String leaks = left(folder, Run.LEAKS);
        return leaks.isEmpty()
                ? verdict
                : verdict.withdrawn(
                        "secrets were found in the run's own files: "
                                + leaks.lines().collect(Collectors.joining(", ")),
                        "Keep " + folder + " from everybody, change those secrets, and report a defect of the suite.");
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
