package cutover.report;

import cutover.drill.DrillRecord;
import cutover.drill.Lost;
import cutover.drill.Moved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One drill as the texts of its part of the page. */
final class DrillShown {

    private static final String NEVER = "–";

    private final ReportedDrills drills;
    private final DrillRecord record;
    private final FindingFacts findings;
    private final String runs;

    /** @param runs the folder in which the runs lie that looked, as seen from the page; it ends in a slash */
    DrillShown(ReportedDrills drills, DrillRecord record, FindingFacts findings, String runs) {
        this.drills = drills;
        this.record = record;
        this.findings = findings;
        this.runs = runs;
    }

    /** Where the report of a run lies that looked. */
    static String report(String runs, String look) {
        return runs + look + "/report.html";
    }

    DrillsPage.One one() {
        return new DrillsPage.One(
                Printable.line(record.drill()),
                Printable.line(record.title()),
                sign(record).style(),
                state(record),
                Printable.of(record.story()),
                parts(),
                Printable.line(record.decided()),
                Printable.line(record.because()),
                loss(),
                record.moved().stream().map(this::act).toList(),
                Printable.line(proved(record)),
                needless(record).stream().map(Printable::line).toList(),
                people(),
                facts(false),
                facts(true),
                record.left().stream().map(Printable::line).toList(),
                record.looks().stream()
                        .map(look -> new Page.Place(Printable.line(look), report(runs, look)))
                        .toList(),
                past());
    }

    /** "led back" for one that did; what became of it otherwise. */
    static String state(DrillRecord record) {
        if (!record.isMet()) {
            return "not as it should";
        }
        return record.backAfter().isPresent() ? "led back" : "stayed, as it should";
    }

    /** The steps that had to be met in the end; empty when nobody was to go back. */
    static String proved(DrillRecord record) {
        return record.proves().isEmpty()
                ? ""
                : "The steps " + String.join(", ", record.proves()) + " of phase rolledback had to be met";
    }

    /** One line for each step that had no part in it. */
    static List<String> needless(DrillRecord record) {
        return record.needless().entrySet().stream()
                .map(step -> step.getKey() + ": " + step.getValue())
                .toList();
    }

    private static Sign sign(DrillRecord record) {
        return record.isMet() ? Sign.MET : Sign.UNMET;
    }

    private List<DrillsPage.Part> parts() {
        return List.of(
                part("Noticed", record.noticedAfter(), record.targets().noticed()),
                part("Decided", record.decidedAfter(), record.targets().decided()),
                part("Back (RTO)", record.backAfter(), record.targets().back()));
    }

    private static DrillsPage.Part part(String label, Optional<Duration> took, Duration target) {
        double width = took.map(time -> 100.0 * time.toMillis() / Math.max(1, target.toMillis()))
                .orElse(0.0);
        Sign sign = took.map(time -> time.compareTo(target) > 0 ? Sign.UNMET : Sign.MET)
                .orElse(Sign.NOT_RUN);
        return new DrillsPage.Part(
                label,
                sign.style(),
                took.map(time -> "after " + Times.told(time)).orElse("not"),
                "at most " + Times.told(target),
                String.format(Locale.ROOT, "%.1f", Math.min(100, width)));
    }

    private DrillsPage.Loss loss() {
        long rows = record.lost().stream().mapToLong(Lost::rows).sum();
        boolean unseen = record.moved().isEmpty() && record.lost().isEmpty();
        return new DrillsPage.Loss(
                (rows > record.mayLose() ? Sign.UNMET : unseen ? Sign.NOT_RUN : Sign.MET).style(),
                unseen ? "nobody has looked" : lost(rows),
                record.lost().stream().map(Lost::told).map(Printable::line).toList());
    }

    private String lost(long rows) {
        String told = rows == 0 ? "nothing" : rows + (rows == 1 ? " row" : " rows");
        return record.mayLose() > 0
                ? told + "; at most " + record.mayLose() + " may be"
                : told + (rows == 0 ? ", as it must be" : "; none may be");
    }

    private DrillsPage.Act act(Moved moved) {
        return new DrillsPage.Act(
                Times.told(Duration.between(record.broke(), moved.at())),
                Printable.line(moved.action()),
                Printable.line(moved.lever()),
                Printable.line(moved.stood()),
                Printable.line(moved.told()),
                moved.lever().isEmpty());
    }

    private List<String> people() {
        return Stream.concat(
                        record.moved().stream()
                                .filter(moved -> moved.lever().isEmpty())
                                .map(moved -> "To be done by a person: " + moved.action()),
                        record.assumes().stream().map(assumed -> "Taken for granted: " + assumed))
                .map(Printable::line)
                .toList();
    }

    private List<Page.Facts> facts(boolean met) {
        return record.findings().stream()
                .filter(finding -> finding.isMet() == met)
                .map(findings::of)
                .toList();
    }

    private DrillsPage.Past past() {
        DrillPast past = drills.past(record);
        List<DrillRecord> all = new ArrayList<>(past.earlier());
        all.add(record);
        long longest = all.stream().mapToLong(DrillRecord::backMillis).max().orElse(1);
        return new DrillsPage.Past(
                past.summary(),
                past.slower(),
                all.stream()
                        .map(each -> run(each, Math.max(1, longest), each == record))
                        .toList());
    }

    private DrillsPage.Run run(DrillRecord each, long longest, boolean now) {
        return new DrillsPage.Run(
                Times.told(each.begun(), drills.zone()),
                sign(each).style(),
                state(each),
                told(each.noticedAfter()),
                told(each.decidedAfter()),
                told(each.backAfter()),
                lost(each.lost()),
                String.format(Locale.ROOT, "%.1f", 100.0 * Math.max(0, each.backMillis()) / longest),
                now);
    }

    /** For people; a dash for what did not happen. */
    static String told(Optional<Duration> after) {
        return after.map(Times::told).orElse(NEVER);
    }

    /** All rows on one line. */
    static String lost(List<Lost> lost) {
        return lost.isEmpty() ? "nothing" : lost.stream().map(Lost::told).collect(Collectors.joining("; "));
    }
}
