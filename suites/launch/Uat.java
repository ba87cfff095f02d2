package launch;

import static cutover.junit.Findings.assertThat;

import common.SiteAppears;
import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The checklist of launch day, line by line, on the site under test; after a rollback on the old one. */
@DisplayNameGeneration(StepNames.class)
class Uat {

    @Step("L5")
    void theSiteAppearsInTime(Workbench bench) {
        SiteAppears site = new SiteAppears(bench);
        site.inTime();
        if (bench.findings().areAllMet()) {
            site.onItsPlatform();
            site.inTheRightBuild();
            site.inHealth();
            site.withItsDatabase();
            site.butNotForForgedHosts();
            site.withItsRobotsFile();
            new PublicLists(bench).asBeforeTheDeploy();
        }
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L6")
    void theErrorPageMailsAndLogs(Workbench bench) {
        ErrorPageSeen page = new ErrorPageSeen(bench.checklist());
        page.provoked();
        page.refusedToOthers();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L7")
    void theDebugTaskRunsAsynchronously(Workbench bench) {
        new DebugTaskRuns(bench.checklist()).asynchronously();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L8")
    void theAdministrationOpensToItsPersonaOnly(Workbench bench) {
        new ClosedAdmin(bench.checklist()).refusedToTheAnonymous();
        AdminLogin admin = new AdminLogin(bench.checklist());
        admin.inTheBrowser();
        admin.remembered();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L9")
    void theApplicationsListIsComplete(Workbench bench) {
        new ClosedLists(bench.checklist()).refusedToTheAnonymous();
        new ApplicationsList(bench.checklist()).forEachRole();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L10")
    void exploringChangesNothing(Workbench bench) {
        new Exploring(bench.checklist()).changingNothing();
        assertThat(bench.findings()).areAllMet();
    }

    @Step("L11")
    void thePdfIsTheRightPersons(Workbench bench) {
        PdfDocument pdf = new PdfDocument(bench.checklist());
        pdf.asBytes();
        pdf.asPrintout();
        pdf.inTheBrowser();
        assertThat(bench.findings()).areAllMet();
    }
}
