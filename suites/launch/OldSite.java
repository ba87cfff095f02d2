package launch;

import static cutover.junit.Findings.assertThat;

import common.OldHost;
import common.SiteAppears;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The same checklist on the site that the application leaves: as long as it is not sound there is no way back. */
@DisplayNameGeneration(StepNames.class)
class OldSite {

    @Step("L1")
    void theOldSiteIsThereInItsBuild(Workbench bench) {
        onTheOldSite(bench, old -> {
            SiteAppears site = new SiteAppears(old);
            site.inTime();
            if (old.findings().areAllMet()) {
                site.onItsPlatform();
                site.inTheRightBuild();
                site.inHealth();
                site.withItsDatabase();
            }
            new OldHost(old).application(old.findings());
        });
    }

    @Step("L1")
    void theOldErrorPageMailsAndLogs(Workbench bench) {
        onTheOldSite(bench, old -> {
            new ErrorPageSeen(old).provoked();
            debugTask(old);
        });
    }

    @Step("L1")
    void theOldAdministrationOpens(Workbench bench) {
        onTheOldSite(bench, old -> new AdminLogin(old).inTheBrowser());
    }

    @Step("L1")
    void theOldListsAreComplete(Workbench bench) {
        onTheOldSite(bench, old -> {
            new ClosedLists(old).refusedToTheAnonymous();
            new ApplicationsList(old).forEachRole();
        });
    }

    @Step("L1")
    void exploringTheOldSiteChangesNothing(Workbench bench) {
        onTheOldSite(bench, old -> new Exploring(old).changingNothing());
    }

    @Step("L1")
    void theOldPdfIsTheRightPersons(Workbench bench) {
        onTheOldSite(bench, old -> {
            PdfDocument pdf = new PdfDocument(old);
            pdf.asBytes();
            pdf.asPrintout();
            pdf.inTheBrowser();
        });
    }

    /** What can't be started is said and not counted: it is neither met nor unknown. */
    private static void debugTask(Workbench old) {
        if (old.site().debugTask().isPresent()) {
            new DebugTaskRuns(old).asynchronously();
        } else {
            old.findings()
                    .progress("the debug task of " + old.site().host()
                            + " is not looked at: the environment names no way to start it");
        }
    }

    private static void onTheOldSite(Workbench bench, Consumer<Workbench> looks) {
        Optional<Site> old = bench.environment().siteLeft();
        if (old.isPresent()) {
            looks.accept(bench.before(old.get()));
        } else {
            bench.findings()
                    .add(Finding.unknown("the site that the application leaves is not known")
                            .expected("a site to go back to")
                            .because("config/environments has no key leaves"));
        }
        assertThat(bench.findings()).areAllMet();
    }
}
