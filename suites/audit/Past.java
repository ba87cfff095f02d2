package audit;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** What the log tells of the time behind us. */
@DisplayNameGeneration(StepNames.class)
class Past {

    @Step("D3")
    void thePastDaysTrafficHoldsNoUnexpectedErrors(Workbench bench) {
        new AuditHour(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("N1")
    void theNightsTrafficHoldsNoUnexpectedErrors(Workbench bench) {
        new AuditHour(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
