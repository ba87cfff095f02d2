package frontdoor;

import common.Answers;
import common.Lasting;
import common.StrictSeen;
import cutover.environment.Site;
import cutover.environment.front.Redirects;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import java.util.List;

/** A site must not make browsers refuse plain http while going back is still possible. */
final class StrictTransport {

    static final String ACCEPTABLE = "strict-transport";

    private final Workbench bench;
    private final boolean revocable;

    StrictTransport(Workbench bench) {
        this.bench = bench;
        this.revocable = bench.outside()
                .redirects()
                .map(Redirects::revocableIn)
                .orElse(List.of())
                .contains(bench.phase());
    }

    /** The first page of each site, as it is pinned; one that does not answer is told by other steps. */
    void ofAllSites() {
        String path = bench.application().build().path();
        for (Site site : bench.environment().sites().values()) {
            bench.http().get(site.at(path)).fold(answer -> judged(site, answer), none -> bench.findings());
        }
    }

    Findings judged(Site site, Answered answer) {
        StrictSeen.tell(bench, site.host(), answer);
        Lasting lasting = new Lasting(answer);
        if (!revocable || lasting.strict().isEmpty()) {
            return bench.findings().add(Finding.met(site.host() + " leaves browsers free to go back"));
        }
        return bench.findings()
                .add(
                        bench.accepted(ACCEPTABLE)
                                ? Finding.met(site.host() + " demands https " + lasting.strictly()
                                        + ": a known weakness, accepted for this environment")
                                : demands(site, answer, lasting));
    }

    private Finding demands(Site site, Answered answer, Lasting lasting) {
        return Finding.unmet(
                        site.host() + " demands https " + lasting.strictly() + ", while going back is still possible")
                .expected("no Strict-Transport-Security, or one with max-age=0")
                .butWas("Strict-Transport-Security: " + lasting.strict().orElse(""))
                .lookAt(Answers.url(answer))
                .toDo("take the header away until day 2 is over, or accept the weakness '" + ACCEPTABLE
                        + "' in config/environments if every place to go back to speaks https under this name");
    }
}
