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
        assertThat(bench.findings()).areAllMet();
    }
}
