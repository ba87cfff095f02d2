package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Before the launch: the names that the new site will need. */
@DisplayNameGeneration(StepNames.class)
class Before {

    @Step("B2")
    void theTtlIsLowAndWasLoweredEarlyEnough(Workbench bench) {
        new TtlGate(bench).judged();
        bench.environment().siteLeft().ifPresent(new ZonesOf(bench)::of);
        assertThat(bench.findings()).areAllMet();
    }

    @Step("B4")
    void eachNameHasItsCertificate(Workbench bench) {
        new CertificatesOfNames(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("B5")
    void theBareNewNameLeadsToTheNewSite(Workbench bench) {
        new ZonesOf(bench).of(bench.environment().siteUnderTest());
        assertThat(bench.findings()).areAllMet();
    }
}
