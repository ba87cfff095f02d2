package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The front door every night. */
@DisplayNameGeneration(StepNames.class)
class Nightly {

    @Step("N5")
    void theFrontDoorIsSound(Workbench bench) {
        new CertificatesOfNames(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
