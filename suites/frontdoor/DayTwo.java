package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The day after: nothing hangs on the old host any more. */
@DisplayNameGeneration(StepNames.class)
class DayTwo {

    @Step("D1")
    void theNamesHavePropagated(Workbench bench) {
        new ZonesOf(bench).all();
        new Propagation(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("D2")
    void nobodyIsLedToTheOldHost(Workbench bench) {
        OldAddresses.judgedFor(bench);
        new OldTraffic(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

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
