package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The front door after a rollback. */
@DisplayNameGeneration(StepNames.class)
class Back {

    @Step("R1")
    void theNamesLeadBack(Workbench bench) {
        new Propagation(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
