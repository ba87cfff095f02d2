package cutover.report;

import static cutover.report.MarkdownReport.fenced;
import static cutover.report.MarkdownReport.text;

import cutover.drill.DrillRecord;
import cutover.drill.Moved;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The summary of drills for the page that a pipeline shows; GitHub's flavour of Markdown. */
final class DrillsMarkdown {

    private DrillsMarkdown() {}

    static String of(ReportedDrills drills) {
        DrillsPage page = new DrillsPageMaker(drills, "").page();
        return "# " + Sign.of(drills.decision()).glyph() + " "
                + drills.decision().text() + "\n\n"
                + text(page.place() + " · run " + drills.run()) + "  \n" + text(page.tally()) + "\n"
                + todos(page.todos())
                + table(drills)
                + drills.records().stream().map(record -> drill(drills, record)).collect(Collectors.joining());
    }

    private static String todos(List<DrillsPage.Todo> todos) {
        return todos.isEmpty()
                ? ""
                : todos.stream()
                        .map(todo -> "1. **" + text(todo.sentence()) + "**"
                                + (todo.toDo().isBlank() ? "" : "  \n   " + text(todo.toDo())) + "\n")
                        .collect(Collectors.joining("", "\n## What to do, in this order\n\n", ""));
    }

    private static String table(ReportedDrills drills) {
        return drills.records().stream()
                .map(DrillsMarkdown::row)
                .collect(Collectors.joining(
                        "",
                        "\n## Drills\n\n| drill | state | noticed | decided | back (RTO) | lost (RPO) |\n"
                                + "|---|---|--:|--:|--:|---|\n",
                        ""));
    }

    private static String row(DrillRecord record) {
        return "| " + text(record.drill()) + " | " + (record.isMet() ? Sign.MET : Sign.UNMET).glyph() + " "
                + DrillShown.state(record) + " | " + DrillShown.told(record.noticedAfter()) + " | "
                + DrillShown.told(record.decidedAfter()) + " | " + DrillShown.told(record.backAfter()) + " | "
                + text(DrillShown.lost(record.lost())) + " |\n";
    }

    private static String drill(ReportedDrills drills, DrillRecord record) {
        DrillPast past = drills.past(record);
        return "\n### " + text(record.drill() + " · " + record.title()) + "\n\n"
                + (record.decided().isEmpty()
                        ? ""
                        : "Decided: " + text(record.decided() + ", because " + record.because()) + "\n\n")
                + past.slower().stream().map(line -> text(line) + "\n\n").collect(Collectors.joining())
                + record.moved().stream().map(moved -> action(record, moved)).collect(Collectors.joining())
                + (record.proves().isEmpty() ? "" : "\n" + text(DrillShown.proved(record)) + "\n")
                + list("Steps that have no part in it", DrillShown.needless(record))
                + (record.open().isEmpty() ? "" : "\n" + fenced(record.open()))
                + list("Left as it should not be", record.left())
                + list("Taken for granted, and people have to see to it", record.assumes());
    }

    private static String action(DrillRecord record, Moved moved) {
        return "1. " + Times.told(Duration.between(record.broke(), moved.at())) + ": " + text(moved.action())
                + (moved.stood().isEmpty() ? "" : "; " + text(moved.lever()) + " stood at " + text(moved.stood()))
                + ": " + text(moved.told())
                + "\n";
    }

    private static String list(String heading, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : lines.stream()
                        .map(line -> "- " + text(line) + "\n")
                        .collect(Collectors.joining("", "\n" + heading + ":\n\n", ""));
    }
}
