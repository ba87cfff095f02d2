package common;

import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;

/** What the site that the application leaves tells of the way back while its name still leads to it. */
public final class OldHost {

    private final Workbench bench;

    public OldHost(Workbench bench) {
        this.bench = bench;
    }

    /** Whether that is the site. */
    public boolean is(Site site) {
        return bench.environment().siteLeft().filter(site::equals).isPresent();
    }

    /** Until when the certificate is valid with which it answered. Nothing of any other site. */
    public void certificate(Site site, Answered answer) {
        if (is(site)) {
            answer.tls()
                    .ifPresent(tls -> bench.wayBack(WayBack.possible(Subject.CERTIFICATE, Answers.url(answer))
                            .until(tls.certificate().notAfter())));
        }
    }

    /** Whether the application is there to go back to, as far as a step has looked at it. */
    public void application(Findings seen) {
        String witness = bench.site().origin().toString();
        bench.wayBack(
                seen.all().stream().anyMatch(Finding::isUnmet)
                        ? noLonger(witness)
                        : seen.areAllMet()
                                ? WayBack.possible(Subject.OLD_APPLICATION, witness)
                                : WayBack.notKnown(
                                        Subject.OLD_APPLICATION,
                                        "the step could not tell whether it is sound",
                                        witness));
    }

    /** The same from who answered at each address of a site; nothing of any other site. */
    public void atItsAddresses(Site site, Finding seen) {
        if (is(site)) {
            String witness = "each address of " + site.host();
            bench.wayBack(seen.isMet() ? WayBack.possible(Subject.OLD_APPLICATION, witness) : noLonger(witness));
        }
    }

    private static WayBack noLonger(String witness) {
        return WayBack.noLonger(
                Subject.OLD_APPLICATION,
                "it is not as it must be where people would be sent back to; the step tells what is wrong",
                witness);
    }
}
