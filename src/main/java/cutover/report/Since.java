package cutover.report;

import cutover.runbook.RunCompared;
import java.time.ZoneId;
import java.util.List;

/** What is otherwise than in earlier runs, as texts. */
record Since(String heading, List<String> lines) {

    static Since of(RunCompared compared, ZoneId zone) {
        List<String> told = compared.told().stream().map(Printable::line).toList();
        return compared.earlier()
                .map(run -> new Since(
                        "Since the run of " + Times.told(run.started(), zone),
                        told.isEmpty() ? List.of("nothing has changed of what both looked at") : told))
                .orElseGet(() -> new Since("Earlier runs", told));
    }
}
