package frontdoor;

import common.Lasting;
import common.StrictSeen;
import cutover.environment.front.Redirects;
import cutover.environment.front.Redirects.Rule;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.net.URI;
import java.util.List;

/** What browsers keep of the redirects of today, at their first page; after day 2 that is allowed, and what it costs is told. */
final class RedirectsToTakeBack {

    private final Workbench bench;

    RedirectsToTakeBack(Workbench bench) {
        this.bench = bench;
    }

    void tell() {
        List<URI> origins = bench.outside().redirects().stream()
                .map(Redirects::rules)
                .flatMap(List::stream)
                .filter(rule -> rule.in(bench.phase()) && !rule.permanent())
                .map(Rule::from)
                .flatMap(List::stream)
                .distinct()
                .toList();
        origins.forEach(origin -> bench.outside()
                .publicly()
                .get(URI.create(origin + "/"))
                .fold(answer -> tell(origin, answer), none -> notKnown(origin, none.detail())));
    }

    private boolean tell(URI origin, Answered answer) {
        Lasting lasting = new Lasting(answer);
        StrictSeen.tell(bench, origin.getHost(), answer);
        if (lasting.permanent()) {
            cost(origin, "permanent redirects seen: browsers that met one follow it until they forget it");
        }
        if (!lasting.kept().isZero()) {
            cost(origin, Lasting.told(lasting.kept()) + ": for so long browsers keep a redirect");
        }
        if (!lasting.permanent() && lasting.kept().isZero()) {
            bench.wayBack(WayBack.possible(Subject.REDIRECTS, origin.toString()));
        }
        return true;
    }

    private void cost(URI origin, String words) {
        bench.wayBack(WayBack.atACost(Subject.REDIRECTS, words, origin.toString()));
        bench.findings().add(Finding.met("going back costs, at " + origin + ": " + words));
    }

    private boolean notKnown(URI origin, String why) {
        bench.wayBack(WayBack.notKnown(Subject.REDIRECTS, "it does not answer: " + why, origin.toString()));
        bench.findings().progress(origin + " does not answer, see N5: " + why);
        return false;
    }
}
