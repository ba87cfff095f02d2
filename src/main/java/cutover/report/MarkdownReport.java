package cutover.report;

import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.Reason;
import cutover.runbook.StepVerdict;
import java.util.List;
import java.util.stream.Collectors;

/** The summary of a run for the page that a pipeline shows; GitHub's flavour of Markdown. */
public final class MarkdownReport {

    private MarkdownReport() {}

    /** The whole text. Whatever the target said is shown, and none of it is markup. */
    public static String of(ReportedRun run) {
        return heading(run)
                + reasons(run.verdict().reasons())
                + wayBack(run)
                + notified(run.notified())
                + since(run)
                + table(run)
                + facts(run.verdict().steps())
                + weaknesses(run.acceptedWeaknesses());
    }

    private static String heading(ReportedRun run) {
        String place = run.started()
                .map(start -> start.environment() + " · " + start.host() + " · phase "
                        + start.phase().key())
                .orElse("no journal");
        return "# " + Sign.of(run.verdict().decision()).glyph() + " "
                + run.verdict().decision().text() + "\n\n"
                + text(place + " · run " + run.verdict().run()) + "  \n"
                + new Tally(run.verdict()).told() + "\n";
    }

    private static String reasons(List<Reason> reasons) {
        return reasons.isEmpty()
                ? ""
                : "\n## What to do, in this order\n\n"
                        + reasons.stream().map(MarkdownReport::reason).collect(Collectors.joining());
    }

    private static String reason(Reason reason) {
        return "1. **" + text(reason.text()) + "**" + (reason.toDo().isBlank() ? "" : "  \n   " + text(reason.toDo()))
                + "\n";
    }

    private static String notified(List<Notified> notified) {
        return notified.isEmpty()
                ? ""
                : notified.stream()
                        .map(each -> "- " + text(each.told())
                                + (each.toDo().isEmpty() ? "" : "  \n  " + text(each.toDo())) + "\n")
                        .collect(Collectors.joining("", "\n## Who was told\n\n", ""));
    }

    private static String wayBack(ReportedRun run) {
        return run.window()
                .map(window -> new GoingBack(window, run.zone()).panel())
                .map(back ->
                        "\n## " + back.heading() + ": " + text(back.sentence()) + "\n\n" + subjects(back.subjects()))
                .orElse("");
    }

    private static String subjects(List<Page.Subject> subjects) {
        return subjects.stream().allMatch(subject -> subject.witnesses().isEmpty())
                ? "No step of this run has told anything about "
                        + subjects.stream().map(Page.Subject::title).collect(Collectors.joining(", ")) + ".\n"
                : subjects.stream()
                        .map(MarkdownReport::subject)
                        .collect(Collectors.joining(
                                "",
                                "| on which it depends | state | until | cost or reason | witness |\n|---|---|---|---|---|\n",
                                ""));
    }

    private static String subject(Page.Subject subject) {
        return "| " + text(subject.title()) + " | " + text(subject.standing()) + " | " + text(subject.until()) + " | "
                + text(String.join("; ", subject.words())) + " | " + text(String.join("; ", subject.witnesses()))
                + " |\n";
    }

    private static String since(ReportedRun run) {
        return run.compared()
                .map(compared -> Since.of(compared, run.zone()))
                .map(since -> since.lines().stream()
                        .map(line -> "- " + text(line) + "\n")
                        .collect(Collectors.joining("", "\n## " + text(since.heading()) + "\n\n", "")))
                .orElse("");
    }

    private static String table(ReportedRun run) {
        return run.verdict().steps().stream()
                .map(MarkdownReport::row)
                .collect(Collectors.joining(
                        "", "\n## Steps\n\n| step | state | line | took | owner |\n|---|---|---|--:|---|\n", ""));
    }

    private static String row(StepVerdict step) {
        return "| " + text(step.id()) + " | " + Sign.of(step.state()).glyph() + " "
                + step.state().text() + " | " + text(step.line().line()) + " | "
                + (step.tests().isEmpty() ? "" : Times.told(step.took())) + " | "
                + text(step.line().owner()) + " |\n";
    }

    private static String facts(List<StepVerdict> steps) {
        return steps.stream()
                .filter(step -> !step.open().isEmpty())
                .map(step -> "\n### " + text(step.id() + " · " + step.line().line()) + "\n\n" + fenced(step.open())
                        + (step.rollback().isEmpty() ? "" : "\nRollback: " + text(step.rollback()) + "\n"))
                .collect(Collectors.joining());
    }

    static String fenced(List<Finding> findings) {
        String facts = Printable.of(FailureText.of(findings));
        String fence = "```";
        while (facts.contains(fence)) {
            fence += "`";
        }
        return fence + "text\n" + facts + "\n" + fence + "\n";
    }

    private static String weaknesses(List<String> weaknesses) {
        return weaknesses.isEmpty()
                ? ""
                : weaknesses.stream()
                        .map(weakness -> "- " + text(weakness) + "\n")
                        .collect(Collectors.joining("", "\n## Accepted weaknesses\n\n", ""));
    }

    /** None of it is markup. */
    static String text(String raw) {
        return Printable.line(raw)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|~#])", "\\\\$1");
    }
}
