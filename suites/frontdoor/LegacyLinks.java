package frontdoor;

import cutover.environment.Site;
import cutover.environment.front.Redirects;
import cutover.environment.front.Redirects.Legacy;
import cutover.environment.front.Redirects.Rule;
import cutover.finding.Finding;
import cutover.junit.Findings;
import cutover.junit.Workbench;
import cutover.probe.http.Answered;
import cutover.probe.http.RawAddress;
import frontdoor.Trouble.Kind;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Links of the first years, from the names that redirect, over the site where the users are, to their end. */
final class LegacyLinks {

    private static final int MOST = 10;

    private final Workbench bench;
    private final Redirects map;
    private final PublicAddresses names;
    private final Findings findings;
    private final Site home;

    LegacyLinks(Workbench bench, Redirects map) {
        this.bench = bench;
        this.map = map;
        this.names = new PublicAddresses(bench);
        this.findings = bench.findings();
        this.home = bench.home();
    }

    void judged() {
        List<Rule> rules = map.rules().stream()
                .filter(rule -> rule.in(bench.phase()))
                .filter(rule -> rule.to().equals(home.origin()))
                .toList();
        List<URI> origins = rules.stream()
                .flatMap(rule -> rule.from().stream())
                // the same name only gets its lock
                .filter(origin -> !origin.getHost().equals(home.host()))
                .toList();
        map.legacy().forEach(link -> judged(link, origins));
    }

    private void judged(Legacy link, List<URI> origins) {
        List<Trail> wrong = origins.stream()
                .map(origin -> followed(origin, link))
                .filter(trail -> !trail.troubles().isEmpty())
                .toList();
        if (wrong.isEmpty()) {
            findings.add(Finding.met("the old link " + link.path() + " ends at " + link.endsAt() + " of " + home.host()
                    + " from " + origins.size() + " origins"));
        } else {
            Trail first = wrong.get(0);
            findings.add(finding(first, first.troubles().get(0), wrong.size() + " of " + origins.size()));
        }
    }

    private Trail followed(URI origin, Legacy link) {
        RawAddress end = RawAddress.of(home.origin() + link.endsAt()).orElseThrow();
        Asking asking = new Asking(bench.outside(), names);
        Trail trail = new Trail();
        Optional<RawAddress> next = RawAddress.of(origin + link.path());
        while (next.isPresent()) {
            Hop hop = asking.publicly(next.get());
            trail.add(hop);
            next = onwards(trail, hop, end, link).filter(to -> trail.length() < MOST);
        }
        return trail;
    }

    private Optional<RawAddress> onwards(Trail trail, Hop hop, RawAddress end, Legacy link) {
        Optional<RawAddress> to = hop.leadsTo();
        if (to.isEmpty()) {
            ended(trail, hop, end);
        } else if (trail.visited(to.get())) {
            trail.trouble(
                    Kind.LOOP, " turns in circles: " + trail.hop() + " leads back to " + to.get(), "an end at " + end);
            return Optional.empty();
        } else if (!to.get().origin().equals(home.origin().toString())) {
            trail.trouble(
                    Kind.OTHER_HOST,
                    trail.place() + "leads to " + to.get().origin(),
                    "a relative Location, or one on " + home.host());
        } else if (trail.length() > link.hops()) {
            trail.trouble(Kind.TOO_LONG, " takes more than " + link.hops() + " redirects", "an end at " + end);
        }
        return to;
    }

    private void ended(Trail trail, Hop hop, RawAddress end) {
        // the platform may write the escapes of the query anew
        boolean there = Queries.same(hop.asked().toString(), end.toString());
        int status = hop.answer().map(Answered::status).orElse(0);
        if (!there || status != 200) {
            trail.trouble(
                    there ? Kind.LANDING : Kind.SENT_AWAY,
                    " ends " + (status == 0 ? "without an answer" : "with " + status)
                            + (there ? "" : " at " + hop.asked()),
                    "an end with 200 at " + end);
        }
    }

    private Finding finding(Trail trail, Trouble trouble, String extent) {
        RawAddress start = trail.first().asked();
        return Finding.unmet("the old link " + start + trouble.says())
                .expected(trouble.expected())
                .butWas(trail.told(trouble.hop()) + "\nso from " + extent + " origins")
                .lookAt(start.toString())
                .lookAt("config/" + bench.environment().redirects().orElse("redirects") + ".yaml, legacy")
                .toDo("such links stand in old mails, and nobody can change those: mend the hop that is marked");
    }
}
