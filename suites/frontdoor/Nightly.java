package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Each night: names, certificates and health. */
@DisplayNameGeneration(StepNames.class)
class Nightly {

    @Step("N5")
    void namesAndCertificatesAreSound(Workbench bench) {
        new ZonesOf(bench).all();
        assertThat(bench.findings()).areAllMet();
    }
}
