package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The day after: the old home is taken away, and its doors are shut. */
@DisplayNameGeneration(StepNames.class)
class DayTwo {

    @Step("D4")
    void theOldSiteIsGone(Workbench bench) {
        new OldSiteGone(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("D6")
    void theDatabaseIsNotPublic(Workbench bench) {
        new DoorNames(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("D7")
    void thePortsAreShut(Workbench bench) {
        new DoorPorts(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
