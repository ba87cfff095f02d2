package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The front door on the day itself: the new site has the name, and the old one leads there. */
@DisplayNameGeneration(StepNames.class)
class Live {

    @Step("L13")
    void everyAddressOfTheNameIsTheNewSite(Workbench bench) {
        new WhoAnswers(bench.before(bench.home())).atEachAddress();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L17")
    void theOldNameLeadsToTheNewOne(Workbench bench) {
        new Elsewhere(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
