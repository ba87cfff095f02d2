package frontdoor;

import cutover.environment.front.Certificates;
import cutover.junit.Workbench;
import cutover.probe.tls.ChainVerdict;
import cutover.probe.tls.Refused;
import cutover.probe.tls.Shaken;
import cutover.runbook.Phase;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.util.Map;
import java.util.Set;

/**
 * Until when the old host has a good certificate for its name. Once the name leads elsewhere only its former addresses tell
 * that; what shows the redirect a certificate is of no use to those who go back.
 */
final class OldCertificate {

    private static final Set<Phase> STILL_THERE = Set.of(Phase.BEFORE, Phase.UAT, Phase.ROLLEDBACK);

    private final Workbench bench;
    private final Certificates.Name name;

    OldCertificate(Workbench bench, Certificates.Name name) {
        this.bench = bench;
        this.name = name;
    }

    void tell(Map<Spot, Shaken> shaken, Map<Spot, Refused> refused) {
        if (isTheOldHosts()) {
            shaken.forEach((spot, shown) -> bench.wayBack(shown(spot, shown)));
            refused.forEach((spot, none) -> bench.wayBack(none(spot, none)));
        }
    }

    private boolean isTheOldHosts() {
        boolean there = !name.at().isEmpty() || STILL_THERE.contains(bench.phase());
        return there
                && bench.environment()
                        .siteLeft()
                        .filter(site -> site.host().equals(name.name()))
                        .isPresent();
    }

    private WayBack shown(Spot spot, Shaken shown) {
        ChainVerdict verdict = bench.outside().tls().verdict(shown);
        return verdict.covers() && verdict.trusted()
                ? WayBack.possible(Subject.CERTIFICATE, spot.told()).until(verdict.until())
                : WayBack.noLonger(
                        Subject.CERTIFICATE, "browsers warn of the certificate that is shown there", spot.told());
    }

    private WayBack none(Spot spot, Refused none) {
        return none.kind() == Refused.Kind.OWN_TROUBLE
                ? WayBack.notKnown(Subject.CERTIFICATE, "this machine could not look", spot.told())
                : WayBack.noLonger(Subject.CERTIFICATE, "nobody shows one there", spot.told());
    }
}
