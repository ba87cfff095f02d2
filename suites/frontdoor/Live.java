package frontdoor;

import static cutover.junit.Findings.assertThat;

import common.SiteAppears;
import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The users are sent to the new site. */
@DisplayNameGeneration(StepNames.class)
class Live {

    @Step("L13")
    void theNewSiteIsLiveAtEachAddressOfItsName(Workbench bench) {
        new ZonesOf(bench).ofTheSites();
        new WhoAnswers(bench.before(bench.home())).atEachAddress();
        new EachPublicPage(bench).judged();
        new TemporaryAddress(bench.before(bench.home())).judged();
        new SiteAppears(bench).butNotForForgedHosts();
        // also of the old name at its old address: whoever goes back needs it
        new CertificatesOfNames(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L17")
    void theOldNameLeadsToTheNewOne(Workbench bench) {
        new Elsewhere(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
