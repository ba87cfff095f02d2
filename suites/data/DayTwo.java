package data;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The day after: what the old host knew opens nothing any more. */
@DisplayNameGeneration(StepNames.class)
class DayTwo {

    @Step("D5")
    void theOldPasswordIsRefused(Workbench bench) {
        new RefusedLogin(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("D8")
    void theOldHostsKeyIsRefused(Workbench bench) {
        new RefusedKey(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
