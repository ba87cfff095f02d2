package frontdoor;

import cutover.environment.front.Gone;
import cutover.environment.front.NumericAddress;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.tls.ChainVerdict;
import cutover.probe.tls.Refused;
import cutover.probe.tls.Shaken;
import cutover.probe.tls.TlsProbe;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.util.Optional;

/**
 * What certificate the old host has for its name. None is a cost, a platform gives one to who has the domain; one that
 * browsers warn of would be in the way of everybody who is sent back.
 */
final class CertificateToGoBackTo {

    private static final int HTTPS = 443;
    private static final String NONE =
            "the old host has no certificate for its name: the platform must issue one before names are led back";

    private final Workbench bench;
    private final Gone place;

    CertificateToGoBackTo(Workbench bench, Gone place) {
        this.bench = bench;
        this.place = place;
    }

    void judged() {
        place.at()
                .forEach(address -> bench.outside()
                        .reach(NumericAddress.of(address), HTTPS)
                        .map(reach -> bench.outside().tls().look(place.name(), reach))
                        .ifPresent(seen -> {
                            String witness = place.name() + " at " + address;
                            seen.fold(shown -> shown(shown, witness), none -> refused(none, witness));
                        }));
    }

    private Optional<Finding> shown(Shaken shown, String witness) {
        TlsProbe tls = bench.outside().tls();
        ChainVerdict verdict = tls.verdict(shown);
        if (!verdict.covers()) {
            return told(WayBack.atACost(Subject.CERTIFICATE, NONE, witness), Finding.met(NONE + " (" + witness + ")"));
        }
        if (verdict.trusted()) {
            return told(
                    WayBack.possible(Subject.CERTIFICATE, witness).until(verdict.until()),
                    Finding.met("the old host's certificate for its name is valid until " + verdict.until() + " ("
                            + witness + ")"));
        }
        return told(
                WayBack.noLonger(Subject.CERTIFICATE, "browsers warn of the certificate that is shown there", witness),
                Finding.unmet("browsers would warn of the old host's certificate for " + place.name())
                        .expected("a certificate that is trusted, or none until the domain is added again")
                        .butWas(shown.own().told() + "\n"
                                + verdict.problems().get(0).sentence())
                        .lookAt(witness)
                        .toDo("have the platform renew it (heroku certs:auto:refresh), while nobody depends on it"));
    }

    private Optional<Finding> refused(Refused none, String witness) {
        return none.kind() == Refused.Kind.OWN_TROUBLE
                ? told(
                        WayBack.notKnown(Subject.CERTIFICATE, "this machine could not look", witness),
                        Finding.unknown("whether the old host has a certificate for its name is not known")
                                .expected("a handshake, or a refusal of it")
                                .because(none.sentence())
                                .lookAt(witness)
                                .toDo("look at this machine's network first; then run again"))
                : told(WayBack.atACost(Subject.CERTIFICATE, NONE, witness), Finding.met(NONE + " (" + witness + ")"));
    }

    private Optional<Finding> told(WayBack seen, Finding finding) {
        bench.wayBack(seen);
        bench.findings().add(finding);
        return Optional.of(finding);
    }
}
