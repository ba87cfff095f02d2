package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The front door before the launch: what must be in order before anybody is sent through it. */
@DisplayNameGeneration(StepNames.class)
class Before {

    @Step("B4")
    void eachNameHasItsCertificate(Workbench bench) {
        new CertificatesOfNames(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
