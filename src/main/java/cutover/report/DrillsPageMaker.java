package cutover.report;

import cutover.drill.DrillRecord;
import cutover.finding.Finding;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns drills into the texts of their page. */
final class DrillsPageMaker {

    private final ReportedDrills drills;
    private final String runs;
    private final FindingFacts findings;

    /** @param runs the folder in which the runs lie that looked, as seen from the page; it ends in a slash */
    DrillsPageMaker(ReportedDrills drills, String runs) {
        this.drills = drills;
        this.runs = runs;
        this.findings = new FindingFacts(this::look);
    }

    DrillsPage page() {
        return new DrillsPage(
                drills.decision().text(),
                Sign.of(drills.decision()).style(),
                Printable.line(drills.environment() + " · rollback drills"),
                drills.tally(),
                todos(),
                drills.aside().stream()
                        .filter(finding -> !finding.isMet())
                        .map(findings::of)
                        .toList(),
                drills.records().stream()
                        .map(record -> new DrillShown(drills, record, findings, runs).one())
                        .toList(),
                facts());
    }

    private Optional<String> look(String place) {
        return drills.records().stream()
                .flatMap(record -> record.looks().stream())
                .filter(look -> place.equals("run " + look))
                .map(look -> DrillShown.report(runs, look))
                .findFirst();
    }

    private List<DrillsPage.Todo> todos() {
        return Stream.concat(
                        drills.aside().stream()
                                .filter(finding -> !finding.isMet())
                                .map(finding -> todo("", finding)),
                        drills.records().stream()
                                .flatMap(
                                        record -> record.open().stream().map(finding -> todo(record.drill(), finding))))
                .toList();
    }

    private static DrillsPage.Todo todo(String drill, Finding finding) {
        return new DrillsPage.Todo(
                Printable.line(drill),
                Printable.line(finding.sentence()),
                Printable.line(finding.fold(met -> "", Unmet::toDo, Unknown::toDo)));
    }

    private List<Page.Fact> facts() {
        List<Page.Fact> facts = new ArrayList<>();
        facts.add(new Page.Fact("Run", Printable.line(drills.run())));
        facts.add(new Page.Fact("Environment", Printable.line(drills.environment())));
        drills.records().stream()
                .map(DrillRecord::begun)
                .min(java.util.Comparator.naturalOrder())
                .ifPresent(begun -> facts.add(new Page.Fact("Began", Times.told(begun, drills.zone()))));
        drills.records().stream()
                .map(DrillRecord::ended)
                .max(java.util.Comparator.naturalOrder())
                .ifPresent(ended -> facts.add(new Page.Fact("Ended", Times.told(ended, drills.zone()))));
        return facts;
    }
}
