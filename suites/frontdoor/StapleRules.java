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

    private static final String RENEWED =
            "see that the place where TLS ends can reach the authority's responder to renew what it staples (the address is"
                    + " in the certificate), and restart or reload it; clients that look refuse what it sends now";

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

    /** What is wrong with a staple, and what to do about it. */
    private record Wrong(String why, String toDo) {}

    void judged(Shaken shown) {
        boolean demanded = name.staple() || shown.own().mustStaple();
        Optional<Wrong> wrong = shown.staple()
                .fold(
                        () -> demanded ? Optional.of(missing(shown)) : Optional.empty(),
                        response -> wrong(response, demanded),
                        unreadable -> demanded ? Optional.of(unreadable(unreadable.detail())) : Optional.empty());
        wrong.ifPresentOrElse(what -> bench.findings().add(unmet(what, shown)), () -> met(demanded));
    }

    /** What is said of the certificate counts whether or not somebody wanted it to be said. */
    private Optional<Wrong> wrong(Staple.Response response, boolean demanded) {
        if (response.status() == Status.REVOKED) {
            return Optional.of(new Wrong(
                    "the stapled OCSP response says that the certificate was revoked",
                    "find out who revoked it and why; have a new certificate issued, with a new key, and install it at once:"
                            + " browsers that look refuse this one"));
        }
        if (demanded && response.status() == Status.UNKNOWN) {
            return Optional.of(
                    new Wrong(
                            "the stapled OCSP response does not know the certificate",
                            "ask the authority whether it issued this certificate; if it is minutes old, wait an hour and run again"));
        }
        return demanded && !response.current(bench.clock().instant())
                ? Optional.of(outOfDate(response))
                : Optional.empty();
    }

    private static Wrong outOfDate(Staple.Response response) {
        return new Wrong(
                "the stapled OCSP response is out of date: made for the time from " + response.thisUpdate()
                        + response.nextUpdate().map(next -> " to " + next).orElse(""),
                RENEWED);
    }

    private static Wrong unreadable(String detail) {
        return new Wrong("the stapled OCSP response can't be read: " + detail, RENEWED);
    }

    private static Wrong missing(Shaken shown) {
        return new Wrong(
                "no OCSP response is stapled",
                shown.own().mustStaple()
                        ? "switch stapling on where TLS ends, or issue the certificate without \"must staple\": browsers"
                                + " that obey it refuse the site"
                        : "switch stapling on where TLS ends, and see that the authority's responder can be reached from"
                                + " there; or take the promise out of the configuration");
    }

    private Unmet unmet(Wrong wrong, Shaken shown) {
        return Finding.unmet(
                        "the certificate of " + name.name() + " at " + where + " has no good OCSP response with it")
                .expected(
                        shown.own().mustStaple()
                                ? "a stapled response, which the certificate itself demands (RFC 7633)"
                                : "a stapled response that is current and says \"good\"")
                .butWas(wrong.why())
                .lookAt(command)
                .lookAt(name.staple() ? "config/environments, certificates, names, staple" : "")
                .toDo(wrong.toDo());
    }

    private void met(boolean demanded) {
        if (demanded) {
            bench.findings()
                    .add(Finding.met("a good OCSP response is stapled to the certificate of " + name.name() + " ("
                            + where + ")"));
        }
    }
}
