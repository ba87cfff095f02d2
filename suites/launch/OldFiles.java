package launch;

import static cutover.junit.Findings.assertThat;

import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;

/** Before the launch: the old application reaches its files with the key that it was given. */
@DisplayNameGeneration(StepNames.class)
class OldFiles {

    @Step("M5")
    void theOldApplicationStillServesItsFiles(Workbench bench) {
        Optional<Site> old = bench.environment().siteLeft();
        if (old.isPresent()) {
            new PdfDocument(bench.before(old.get())).asBytes();
            new OldKey(bench).reads();
        } else {
            bench.findings()
                    .add(Finding.unknown("the site that the application leaves is not known")
                            .expected("an old application that serves its files")
                            .because("config/environments has no key leaves"));
        }
        assertThat(bench.findings()).areAllMet();
    }
}
