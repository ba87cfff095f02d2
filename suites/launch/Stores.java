package launch;

import static cutover.junit.Findings.assertThat;

import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Database and bucket as an application's own pages reach them: a list has rows, a PDF has its bytes. No browser. */
@DisplayNameGeneration(StepNames.class)
class Stores {

    @Step("M2")
    void bothApplicationsReachDatabaseAndFiles(Workbench bench) {
        Optional<Site> old = bench.environment().siteLeft();
        old.ifPresent(site -> {
            reached(bench.before(site));
            new PublicLists(bench.before(site)).kept();
        });
        if (old.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("the application on the old host is not known")
                            .expected("two applications that reach the same database and bucket")
                            .because("config/environments has no key leaves")
                            .toDo("name the old site, or open a list and a PDF there by hand"));
        }
        reached(bench.before(bench.environment().siteUnderTest()));
        assertThat(bench.findings()).areAllMet();
    }

    @Step("R5")
    void theOldApplicationReachesDatabaseAndFiles(Workbench bench) {
        reached(bench.before(bench.home()));
        assertThat(bench.findings()).areAllMet();
    }

    private static void reached(Workbench bench) {
        new ApplicationsList(bench).forEachRole();
        new PdfDocument(bench).asBytes();
    }
}
