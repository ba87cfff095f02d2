package cutover.report;

import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.Entry;
import cutover.runbook.Progress;
import cutover.runbook.Reason;
import cutover.runbook.ReturnWindow;
import cutover.runbook.RunCompared;
import cutover.runbook.RunStarted;
import cutover.runbook.Runbook;
import cutover.runbook.State;
import cutover.runbook.StepFinished;
import cutover.runbook.StepLine;
import cutover.runbook.TestRun;
import cutover.runbook.Verdict;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lines that a terminal shows while a run goes on and when it ends; prints nothing itself. */
public final class ConsoleLines {

    private static final String MARGIN = "       ";
    private static final int REASONS = 12;
    private static final int CHANGES = 12;

    private final boolean colours;
    private final boolean plain;
    private final Runbook runbook;

    /**
     * Lines for one terminal.
     *
     * @param colours whether the terminal understands colour sequences
     * @param charset what the terminal shows; where it lacks the signs, letters stand in for them
     * @param runbook says what to do where a finding does not
     */
    public ConsoleLines(boolean colours, Charset charset, Runbook runbook) {
        this.runbook = runbook;
        this.colours = colours;
        this.plain = !canShowSigns(charset);
    }

    /** What to print for an entry; nothing for those that need no line. */
    public List<String> of(Entry entry) {
        return entry.fold(
                this::start,
                started -> List.of(),
                this::progress,
                kept -> List.of(),
                wayBack -> List.of(),
                build -> List.of(),
                this::finish,
                this::compared,
                earlier -> List.of(),
                end -> List.of());
    }

    /**
     * The block at the end.
     *
     * @param reports where the reports lie, as people can open them
     */
    public List<String> verdict(Verdict verdict, List<String> reports) {
        Sign sign = Sign.of(verdict.decision());
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  "
                + painted(
                        "1;" + sign.colour(),
                        mark(sign) + " " + verdict.decision().text()) + "  " + new Tally(verdict).told());
        List<Reason> reasons = verdict.reasons();
        for (int i = 0; i < Math.min(REASONS, reasons.size()); i++) {
            lines.addAll(reason(i + 1, reasons.get(i)));
        }
        if (reasons.size() > REASONS) {
            lines.add(MARGIN + "and " + (reasons.size() - REASONS) + " more in the report");
        }
        reports.forEach(report -> lines.add("  report " + report));
        lines.add("");
        return lines.stream().map(this::shown).toList();
    }

    /** What became of telling the team. */
    public List<String> notified(List<Notified> notified) {
        return notified.stream()
                .flatMap(each -> Stream.of(
                        "  " + Printable.line(each.told()),
                        each.toDo().isEmpty() ? "" : "      to do: " + Printable.line(each.toDo())))
                .filter(line -> !line.isEmpty())
                .map(this::shown)
                .toList();
    }

    /** One line about the way back. */
    public String of(ReturnWindow window) {
        GoingBack back = new GoingBack(window, ZoneOffset.UTC);
        return shown("  " + painted(back.sign().colour(), mark(back.sign())) + " " + back.subject() + ": "
                + back.sentence());
    }

    private List<String> start(RunStarted run) {
        String title = "Cutover · environment " + run.environment() + " · " + run.host() + " · phase "
                + run.phase().key() + " · run " + run.run() + (run.rehearsal() ? " · rehearsal" : "");
        return Stream.of(painted("1", Printable.line(title)), narrowed(run))
                .filter(line -> !line.isEmpty())
                .map(this::shown)
                .toList();
    }

    private static String narrowed(RunStarted run) {
        return run.narrowed().isEmpty() ? "" : "  narrowed: " + Printable.line(run.narrowed());
    }

    private List<String> progress(Progress progress) {
        String text =
                "    … " + (progress.step().isEmpty() ? "" : progress.step() + "  ") + Printable.line(progress.text());
        return List.of(shown(painted("2", text)));
    }

    private List<String> finish(StepFinished finished) {
        TestRun run = new TestRun(
                finished.test(),
                finished.name(),
                finished.outcome(),
                finished.findings(),
                finished.at(),
                Duration.ZERO);
        Sign sign = Sign.of(run.state());
        String name = Printable.line(withoutId(finished));
        String took =
                run.state() == State.SKIPPED ? "skipped" : Times.told(Duration.ofMillis(finished.durationMillis()));
        List<String> lines = new ArrayList<>();
        lines.add("  " + painted(sign.colour(), mark(sign)) + " " + "%-3s".formatted(finished.step()) + " " + name
                + "  " + painted("2", took));
        lines.addAll(facts(finished.step(), run));
        return lines.stream().map(this::shown).toList();
    }

    private List<String> compared(RunCompared compared) {
        Since since = Since.of(compared, ZoneOffset.UTC);
        List<String> lines = new ArrayList<>();
        lines.add("  " + since.heading());
        since.lines().stream().limit(CHANGES).forEach(line -> lines.add(MARGIN + line));
        if (since.lines().size() > CHANGES) {
            lines.add(MARGIN + "and " + (since.lines().size() - CHANGES) + " more in the report");
        }
        return lines.stream().map(this::shown).toList();
    }

    private static String withoutId(StepFinished finished) {
        return finished.name().startsWith(finished.step() + " ")
                ? finished.name().substring(finished.step().length() + 1)
                : finished.name();
    }

    private List<String> facts(String step, TestRun run) {
        if (run.state() == State.MET) {
            return List.of();
        }
        if (run.findings().stream().allMatch(Finding::isMet)) {
            return List.of(MARGIN + "no finding says why");
        }
        List<Finding> findings =
                run.findings().stream().map(finding -> withToDo(step, finding)).toList();
        return Printable.of(FailureText.of(findings))
                .lines()
                .map(line -> line.isEmpty() ? "" : MARGIN + Printable.line(line))
                .toList();
    }

    private Finding withToDo(String step, Finding finding) {
        return finding.fold(
                met -> met,
                unmet -> unmet.toDo().isBlank()
                        ? unmet.toDo(runbook.step(step).map(StepLine::whenUnmet).orElse(""))
                        : unmet,
                unknown -> unknown);
    }

    private static List<String> reason(int number, Reason reason) {
        String head = "%4d. ".formatted(number) + Printable.line(reason.text());
        return reason.toDo().isBlank() ? List.of(head) : List.of(head, "      to do: " + Printable.line(reason.toDo()));
    }

    private String mark(Sign sign) {
        return plain ? sign.ascii() : sign.glyph();
    }

    private String painted(String colour, String text) {
        return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }

    private String shown(String line) {
        String text = Annotations.noCommand(line);
        return plain
                ? text.replace("·", "|").replace("…", "...").replace('‹', '<').replace('›', '>')
                : text;
    }

    private static boolean canShowSigns(Charset charset) {
        if (!charset.canEncode()) {
            return false;
        }
        CharsetEncoder encoder = charset.newEncoder();
        return Stream.concat(Stream.of(Sign.values()).map(Sign::glyph), Stream.of("·", "…", "‹", "›"))
                .allMatch(encoder::canEncode);
    }
}
