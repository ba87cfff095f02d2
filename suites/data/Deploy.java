package data;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Around the deploy: nothing is lost, and nothing runs twice. */
@DisplayNameGeneration(StepNames.class)
class Deploy {

    @Step("L2")
    void thereIsASnapshotFromRightBeforeTheDeploy(Workbench bench) {
        new FreshSnapshot(bench).beforeTheDeploy();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L3")
    void scheduledWorkRunsOnTheNewSideOnly(Workbench bench) {
        new OneSide(bench).theNew();
        assertThat(bench.findings()).areAllMet();
    }
}
