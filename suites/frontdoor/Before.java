package frontdoor;

import static cutover.junit.Findings.assertThat;

import cutover.environment.front.Dns;
import cutover.environment.front.Zone;
import cutover.junit.Step;
import cutover.junit.StepNames;
import cutover.junit.Workbench;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;

/** The front door as it must be before anything is switched. */
@DisplayNameGeneration(StepNames.class)
class Before {

    @Step("B2")
    void theTtlIsLowAndWasLoweredEarlyEnough(Workbench bench) {
        new TtlGate(bench).judged();
        bench.outside()
                .dns()
                .flatMap(dns -> oldNamesZone(bench, dns))
                .ifPresent(zone -> new ZoneAsItMustBe(bench, zone).judged());
        assertThat(bench.findings()).areAllMet();
    }

    private static Optional<Zone> oldNamesZone(Workbench bench, Dns dns) {
        return bench.environment().siteLeft().flatMap(old -> dns.zoneOf(old.host()));
    }
}
