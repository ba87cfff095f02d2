package data;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Each night: the numbers, and the alarms that watch them. */
@DisplayNameGeneration(StepNames.class)
class Nightly {

    @Step("N2")
    void theNumbersAreWithinBudget(Workbench bench) {
        new TrafficBudget(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("N3")
    void theAlarmsExist(Workbench bench) {
        new AlarmsWatch(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("N4")
    void theAlarmsReachAMailbox(Workbench bench) {
        new AlarmsReach(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("N8")
    void databaseFilesAndSnapshotAllowGoingBack(Workbench bench) {
        new SchemaToGoBackTo(bench).judged();
        new FreshSnapshot(bench).toGoBackTo();
        new ProvedRestores(bench).tell();
        new OldSecrets(bench).tell();
        assertThat(bench.findings()).areAllMet();
    }
}
