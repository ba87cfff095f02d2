package frontdoor;

import cutover.environment.front.Certificates;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.probe.tls.Shaken;
import cutover.probe.tls.Staple;
import cutover.probe.tls.Staple.Response.Status;
import java.util.List;
import java.util.Optional;

/** The OCSP response that must come along where the configuration promises it, or the certificate demands it. */
final class StapleRules {

    private final Workbench bench;
    private final Certificates.Name name;
    private final String where;
    private final String command;

    /** @param spots all places that show the certificate */
    StapleRules(Workbench bench, Certificates.Name name, List<Spot> spots) {
        this.bench = bench;
        this.name = name;
        this.where = SpotsOfName.told(spots);
        this.command = spots.get(0).command(name.name(), "-status");
    }

    void judged(Shaken shown) {
        boolean demanded = name.staple() || shown.own().mustStaple();
        Optional<String> wrong = shown.staple()
                .fold(
                        () -> demanded ? Optional.of("no OCSP response is stapled") : Optional.empty(),
                        response -> wrong(response, demanded),
                        unreadable -> demanded
                                ? Optional.of("the stapled OCSP response can't be read: " + unreadable.detail())
                                : Optional.empty());
        wrong.ifPresentOrElse(why -> bench.findings().add(unmet(why, shown)), () -> met(demanded));
    }

    /** What is said of the certificate counts whether or not somebody wanted it to be said. */
    private Optional<String> wrong(Staple.Response response, boolean demanded) {
        if (response.status() == Status.REVOKED) {
            return Optional.of("the stapled OCSP response says that the certificate was revoked");
        }
        if (demanded && response.status() == Status.UNKNOWN) {
            return Optional.of("the stapled OCSP response does not know the certificate");
        }
        return demanded && !response.current(bench.clock().instant())
                ? Optional.of("the stapled OCSP response is out of date: " + response)
                : Optional.empty();
    }

    private Unmet unmet(String why, Shaken shown) {
        return Finding.unmet(
                        "the certificate of " + name.name() + " at " + where + " has no good OCSP response with it")
                .expected(
                        shown.own().mustStaple()
                                ? "a stapled response, which the certificate itself demands (RFC 7633)"
                                : "a stapled response that is current and says \"good\"")
                .butWas(why)
                .lookAt(command)
                .lookAt(shown.own().mustStaple() ? "" : "config/environments, certificates, names, staple")
                .toDo(
                        shown.own().mustStaple()
                                ? "switch stapling on where TLS ends, or issue the certificate without \"must staple\": browsers"
                                        + " that obey it refuse the site"
                                : "switch stapling on where TLS ends, or take the promise out of the configuration");
    }

    private void met(boolean demanded) {
        if (demanded) {
            bench.findings()
                    .add(Finding.met("a good OCSP response is stapled to the certificate of " + name.name() + " ("
                            + where + ")"));
        }
    }
}
