package cutover.junit;

import cutover.drill.DrillRecord;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.report.DrillsReport;
import cutover.report.ReportedDrills;
import cutover.runbook.Decision;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Judges drills that have ended, from what they left, and writes their reports. */
final class DrillsGate {

    private final RunSettings settings;
    private final PrintStream console;
    private final BuildServer server;

    DrillsGate(RunSettings settings, PrintStream console, BuildServer server) {
        this.settings = settings;
        this.console = console;
        this.server = server;
    }

    /** All that were asked for, run to their ends. */
    Finding run() {
        List<DrillRecord> records =
                DrillBook.of(settings.runFolder(), settings.environment()).records();
        DrillsJudged judged = new DrillsJudged(asked(), records, leaks(records), settings.runFolder());
        Finding finding = judged.finding();
        report(decision(finding.isMet()), judged.aside(), records);
        return finding;
    }

    /** Those of which only the beginning was looked at. */
    Finding observed() {
        DrillsObserved observed = new DrillsObserved(settings.runFolder(), asked().size());
        Finding finding = observed.finding();
        report(observed.holds() ? Decision.PARTIAL : decision(false), List.of(finding), List.of());
        return finding;
    }

    private Set<String> asked() {
        return new TreeSet<>(
                KeptRun.left(settings.runFolder(), RollbackDrills.ASKED).lines().toList());
    }

    private List<String> leaks(List<DrillRecord> records) {
        return Stream.concat(
                        Stream.of(settings.runFolder()),
                        records.stream()
                                .flatMap(record -> record.looks().stream())
                                .map(settings.folder()::resolve))
                .flatMap(folder -> new LeakFile(folder).told().stream())
                .toList();
    }

    private Decision decision(boolean met) {
        if (RunningTwin.isWanted(settings)) {
            return met ? Decision.REHEARSAL_PASSED : Decision.REHEARSAL_FAILED;
        }
        return met ? Decision.GO : Decision.NO_GO;
    }

    private void report(Decision decision, List<Finding> aside, List<DrillRecord> records) {
        ReportedDrills reported = new ReportedDrills(
                settings.run(),
                settings.environment(),
                asked().size(),
                decision,
                aside,
                records,
                new DrillMemory(settings, UnaryOperator.identity()).records(),
                ZoneId.systemDefault());
        Path page = DrillsReport.write(settings.runFolder(), reported);
        aside.forEach(
                finding -> console.println(FailureText.of(finding).indent(2).stripTrailing()));
        console.println("  " + decision.text() + "  " + page.toUri());
        server.tell(reported, console::println);
    }
}
