package frontdoor;

import static cutover.junit.Findings.assertThat;

import common.SiteAppears;
import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Each night: names, certificates and health. */
@DisplayNameGeneration(StepNames.class)
class Nightly {

    @Step("N5")
    void healthNamesAndCertificatesAreSound(Workbench bench) {
        SiteAppears site = new SiteAppears(bench);
        site.inTime();
        if (bench.findings().areAllMet()) {
            site.onItsPlatform();
            site.inTheRightBuild();
            site.inHealth();
            site.withItsDatabase();
            site.withItsRobotsFile();
            new ResponseTimes(bench).remembered();
        }
        new ZonesOf(bench).all();
        bench.outside().dns().ifPresent(dns -> new OwnServers(bench).remembered());
        new CertificatesOfNames(bench).judged();
        new WhoAnswers(bench).atEachAddress();
        new TemporaryAddress(bench).judged();
        new Elsewhere(bench).read();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("N8")
    void theOldHostIsThereToGoBackTo(Workbench bench) {
        new OldHostKept(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("N8")
    void theNamesCanBeLedBack(Workbench bench) {
        new NamesToLeadBack(bench).judged();
        new RedirectsToTakeBack(bench).tell();
        assertThat(bench.findings()).areAllMet();
    }
}
