package cutover.junit;

import cutover.finding.Finding;
import cutover.report.ConsoleLines;
import cutover.report.Notified;
import cutover.report.ReportFiles;
import cutover.report.ReportedRun;
import cutover.runbook.DecisionFile;
import cutover.runbook.Reason;
import cutover.runbook.RunStarted;
import cutover.runbook.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the run that just ended, from its journal alone, and writes its reports. Runs as a test of its own, in a JVM of
 * its own, because a listener can't fail a build.
 */
public final class Gate {

    private final RunSettings settings;
    private final Clock clock;
    private final PrintStream console;
    private final Optional<Announcement> announcement;
    private final BuildServer server;

    Gate(RunSettings settings, PrintStream console) {
        this(settings, console, BuildServer.none());
    }

    Gate(RunSettings settings, PrintStream console, BuildServer server) {
        this(
                settings,
                console,
                Optional.of(new Announcement(settings, Map.of(), Optional.empty(), Clock.systemUTC())),
                server);
    }

    Gate(RunSettings settings, PrintStream console, Announcement announcement) {
        this(settings, console, Optional.of(announcement), BuildServer.none());
    }

    private Gate(RunSettings settings, PrintStream console, Optional<Announcement> announcement, BuildServer server) {
        this.settings = settings;
        this.clock = Clock.systemUTC();
        this.console = console;
        this.announcement = announcement;
        this.server = server;
    }

    /** The gate for the run that the system properties {@code cutover.*} name. */
    public static Gate ofThisRun() {
        return of(RunSettings.from(name -> Optional.ofNullable(System.getProperty(name)), "no-run-was-named"));
    }

    /** The gate for a run of this build, which tells everybody who is to know. */
    static Gate of(RunSettings settings) {
        return new Gate(
                settings,
                System.out,
                Optional.of(new Announcement(
                        settings,
                        System.getenv(),
                        Optional.ofNullable(System.getProperty("cutover.report.url")),
                        Clock.systemUTC())),
                BuildServer.here());
    }

    /** A gate whose verdict is one look among many, so that the team is not told. */
    static Gate unannounced(RunSettings settings, PrintStream console) {
        return new Gate(settings, console, Optional.empty(), BuildServer.none());
    }

    /**
     * Judges, writes the reports and the decision record, and prints the verdict.
     *
     * @param suite any suite; the steps for which there are tests are found beside it
     */
    public Judged judge(Class<?> suite) {
        Remains.reap(console::println);
        Path folder = made(settings.runFolder());
        new Inputs(settings).keepJudgedBy();
        KeptRun kept = KeptRun.read(folder, settings.environment());
        Set<String> covered = StepTests.beside(suite).steps();
        Instant decided = clock.instant();
        Verdict verdict = kept.verdict(settings.run(), covered, decided);
        ReportedRun reported = new ReportedRun(
                verdict,
                kept.journal(),
                ZoneId.systemDefault(),
                KeptRun.left(folder, Run.ACCEPTED).lines().toList());
        List<Path> reports = new ArrayList<>(ReportFiles.write(folder, reported));
        DecisionFile decision = DecisionFile.in(folder);
        decision.write(verdict, kept.journal(), covered, Inputs.of(folder), decided);
        reports.add(decision.path());
        latest(reports);
        tell(kept, reported, reports.get(0));
        return new Judged(verdict, reports.get(0));
    }

    private void tell(KeptRun kept, ReportedRun reported, Path report) {
        ConsoleLines lines = new ConsoleLines(settings.colours(), Charset.defaultCharset(), kept.runbook());
        lines.verdict(reported.verdict(), List.of(report.toUri().toString())).forEach(console::println);
        reported.window().map(lines::of).ifPresent(line -> console.println(line + "\n"));
        Figures.told(kept.folder(), kept.journal().entries())
                .ifPresent(figures -> console.println("  " + figures + "\n"));
        server.tell(reported, console::println);
        announce(reported, report, lines);
    }

    /** The verdict stands already; the reports are written once more, with what became of telling it. */
    private void announce(ReportedRun reported, Path report, ConsoleLines lines) {
        List<Notified> notified = announcement
                .map(team -> team.of(reported.verdict(), reported.started().map(RunStarted::phase), report))
                .orElse(List.of());
        if (!notified.isEmpty()) {
            lines.notified(notified).forEach(console::println);
            writeAgain(reported.with(notified), report.getParent());
        }
    }

    /** Those that were written first are there, and a full disk is no reason to turn a GO. */
    private void writeAgain(ReportedRun reported, Path folder) {
        try {
            latest(ReportFiles.write(folder, reported));
        } catch (UncheckedIOException e) {
            console.println("  who was told is not in the reports: " + e.getMessage());
        }
    }

    /**
     * What the gate says.
     *
     * @param report for people
     */
    public record Judged(Verdict verdict, Path report) {

        /** True for GO and REHEARSAL PASSED only. */
        public boolean isGo() {
            return verdict.isGo();
        }

        /** The decision in words, with all that stands in the way. */
        public String told() {
            return verdict.decision().text()
                    + verdict.reasons().stream()
                            .map(reason -> "\n- " + reason.text())
                            .collect(Collectors.joining());
        }

        /** Met for a go; otherwise with all reasons and the first thing to do. */
        public Finding finding() {
            String sentence = "the verdict is " + verdict.decision().text();
            return isGo()
                    ? Finding.met(sentence)
                    : Finding.unmet(sentence)
                            .expected("GO, or for a rehearsal REHEARSAL PASSED")
                            .butWas(verdict.reasons().stream().map(Reason::text).collect(Collectors.joining("\n")))
                            .lookAt(report.toString())
                            .toDo(verdict.first().map(Reason::toDo).orElse(""));
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
}
