package data;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The site is live: somebody watches it. */
@DisplayNameGeneration(StepNames.class)
class Live {

    @Step("L18")
    void theUptimeMonitorWatchesTheHealthPage(Workbench bench) {
        new UptimeWatched(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
