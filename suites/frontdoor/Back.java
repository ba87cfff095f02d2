package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** After a rollback: the users are at the old site again. */
@DisplayNameGeneration(StepNames.class)
class Back {

    @Step("R0")
    void theOldDomainIsAsIfNothingHadBeenLaunched(Workbench bench) {
        new OldDomainUntouched(bench.before(bench.home())).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("R1")
    void theNamesLeadBack(Workbench bench) {
        new ZonesOf(bench).all();
        new Propagation(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("R3")
    void theNewNamesLeadToTheOldSite(Workbench bench) {
        new WhoAnswers(bench.before(bench.home())).atEachAddress();
        new Elsewhere(bench).judged();
        new NewHostRetired(bench.before(bench.environment().siteUnderTest())).judged();
        new StillThere(bench).judged();
        new CertificatesOfNames(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("R7")
    void thePortsAreOpenForTheOldHost(Workbench bench) {
        new DoorPorts(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("R8")
    void theDatabaseIsPublicForTheOldHost(Workbench bench) {
        new DoorNames(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
