package launch;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** What of the checklist is done again each night. */
@DisplayNameGeneration(StepNames.class)
class Night {

    @Step("N6")
    void theErrorPageStillMails(Workbench bench) {
        new OncePerNight(bench).unlessDone("N6", () -> new ErrorPageSeen(bench).provoked());
        assertThat(bench.findings()).areAllMet();
    }
}
