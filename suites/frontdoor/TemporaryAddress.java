package frontdoor;

import common.Answers;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import java.net.URI;

/** Nobody is served under the address that the platform gave the site, past its name and whatever guards it. */
final class TemporaryAddress {

    private final Workbench bench;
    private final Site site;

    /** @param bench before the site that has its name in public */
    TemporaryAddress(Workbench bench) {
        this.bench = bench;
        this.site = bench.site();
    }

    /** Adds one finding where the address is known. Where it reaches Django, the administrators get a mail: once per run. */
    void judged() {
        site.temporaryAddress().ifPresent(address -> bench.findings().add(look(address)));
    }

    private Finding look(URI address) {
        String path = bench.application().health().path();
        URI page = URI.create(address + path + "?cutover=" + bench.marker());
        TemporaryAnswer rule = new TemporaryAnswer(site.origin(), bench.accepted(TemporaryAnswer.ACCEPTABLE));
        return bench.http()
                .get(page)
                .fold(answer -> withEvidence(rule.judged(answer), answer), none -> rule.untold(page, none.detail()));
    }

    private Finding withEvidence(Finding finding, Answered answer) {
        return finding instanceof Unmet unmet
                ? unmet.lookAt(new Answers(bench.findings())
                        .kept(answer, "the temporary address of " + site.host())
                        .path())
                : finding;
    }
}
