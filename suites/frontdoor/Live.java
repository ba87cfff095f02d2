package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The front door on the day itself: the new site has the name, and the old one leads there. */
@DisplayNameGeneration(StepNames.class)
class Live {

    @Step("L17")
    void theOldNameLeadsToTheNewOne(Workbench bench) {
        RedirectMap.judged(bench);
        assertThat(bench.findings()).areAllMet();
    }
}
