package data;

import static cutover.junit.Findings.assertThat;

import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import frontdoor.FormerBuild;
import frontdoor.OldAppAnswers;
import frontdoor.ReturningVisitors;
import org.junit.jupiter.api.DisplayNameGeneration;

/** After a rollback: what must run and be there on the old side again. */
@DisplayNameGeneration(StepNames.class)
class Back {

    @Step("R4")
    void scheduledWorkRunsOnTheOldSideOnly(Workbench bench) {
        new OneSide(bench).theOld();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("R6")
    void theOldHostRunsItsFormerBuildOnASchemaThatItKnows(Workbench bench) {
        new FormerBuild(bench.before(bench.home())).judged();
        new LiveSchema(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("R9")
    void theOldApplicationIsOn(Workbench bench) {
        Workbench home = bench.before(bench.home());
        new OldProcesses(bench).mustRun();
        new OldAppAnswers(home).judged();
        new ReturningVisitors(home).judged();
        new UptimeWatched(home).afterARollback();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("R12")
    void theRestoredCopyIsCleanAndWhatIsLostIsListed(Workbench bench) {
        new RestoredCopy(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("R13")
    void storedDocumentsAreSoundAndKept(Workbench bench) {
        new StoredDocuments(bench).judged();
        assertThat(bench.findings()).areAllMet();
    }
}
