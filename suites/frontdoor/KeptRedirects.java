package frontdoor;

import common.Lasting;
import cutover.environment.front.KeptFacts;
import cutover.environment.front.Redirects;
import cutover.environment.front.Redirects.Rule;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.http.Answered;
import cutover.probe.http.RawAddress;
import cutover.runbook.FactSpan;
import cutover.runbook.History;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * After a rollback: people whose browser kept a redirect of the old name, and follow it without asking the old name. When
 * the new name sends them back they are where they began, and turn in circles. No answer of today tells; the witness is
 * what earlier runs saw while the redirects were on.
 */
final class KeptRedirects {

    /** Browsers give up after twenty. */
    private static final int MOST = 10;

    private final Workbench bench;
    private final Redirects map;
    private final Asking asking;
    private final Instant now;

    KeptRedirects(Workbench bench, Redirects map) {
        this.bench = bench;
        this.map = map;
        this.asking = new Asking(bench.outside(), new PublicAddresses(bench));
        this.now = bench.clock().instant();
    }

    /** One redirect that browsers still follow by themselves. */
    private record Kept(URI to, FactSpan seen) {

        RawAddress leadsTo(RawAddress asked) {
            return RawAddress.of(to + asked.target()).orElseThrow();
        }

        String words() {
            return seen.value().equals(KeptFacts.FOR_GOOD)
                    ? KeptFacts.FOR_GOOD
                    : "for " + Lasting.told(Duration.parse(seen.value()));
        }
    }

    /** Where such a browser ends. */
    private record Way(String origin, Kept kept, String told, boolean circle, int status) {

        boolean served() {
            return !circle && status == 200;
        }
    }

    void judged() {
        List<String> unseen = new ArrayList<>();
        Map<String, Kept> kept = new LinkedHashMap<>();
        map.rules().stream().filter(rule -> !rule.in(bench.phase())).forEach(rule -> {
            History then = whileItHeld(rule);
            rule.from().forEach(origin -> {
                List<FactSpan> spans = then.since(KeptFacts.key(origin));
                if (spans.isEmpty()) {
                    unseen.add(origin.toString());
                }
                spans.stream()
                        .filter(span -> KeptFacts.lasts(span.value(), span.lastSeen(), now))
                        .forEach(span -> kept.put(origin.toString(), new Kept(rule.to(), span)));
            });
        });
        if (!unseen.isEmpty()) {
            nobodyKnows(unseen);
        } else if (kept.isEmpty()) {
            bench.findings().add(Finding.met("no browser keeps a redirect from the time after the launch"));
        }
        told(kept.keySet().stream().map(origin -> way(kept, origin)).toList());
    }

    /** The same origin may lead elsewhere in other phases. */
    private History whileItHeld(Rule rule) {
        return new History(
                bench.history().entries().stream()
                        .filter(run -> rule.in(run.phase()))
                        .toList(),
                List.of());
    }

    private void nobodyKnows(List<String> unseen) {
        bench.findings()
                .progress("advice: open " + bench.home().origin()
                        + " in a browser that was there after the launch; no run that is remembered saw whether browsers"
                        + " keep the redirects of " + String.join(", ", unseen));
    }

    private Way way(Map<String, Kept> kept, String origin) {
        RawAddress start = RawAddress.of(origin + "/").orElseThrow();
        List<String> told = new ArrayList<>();
        Set<RawAddress> been = new HashSet<>();
        RawAddress next = start;
        while (been.add(next)) {
            Kept known = kept.get(next.origin());
            if (known != null) {
                told.add("GET " + next + " is not sent, the browser knows: " + known.to());
                next = known.leadsTo(next);
                continue;
            }
            Hop hop = asking.publicly(next);
            told.add(hop.line());
            Optional<RawAddress> to = hop.leadsTo();
            if (to.isEmpty() || been.size() > MOST) {
                int status = hop.answer().map(Answered::status).orElse(0);
                return new Way(origin, kept.get(origin), String.join("\n", told), false, status);
            }
            next = to.get();
        }
        told.add("GET " + next + " once more, and so on  <<<<<");
        return new Way(origin, kept.get(origin), String.join("\n", told), true, 0);
    }

    private void told(List<Way> ways) {
        ways.stream()
                .filter(Way::served)
                .forEach(way -> bench.findings()
                        .add(Finding.met("browsers that kept the redirect of " + way.origin() + " get a page")));
        unmet(ways.stream().filter(Way::circle).toList(), "turn in circles");
        unmet(ways.stream().filter(way -> !way.circle() && !way.served()).toList(), "get no page");
    }

    private void unmet(List<Way> ways, String what) {
        if (ways.isEmpty()) {
            return;
        }
        Way first = ways.get(0);
        String origins = String.join(", ", ways.stream().map(Way::origin).toList());
        bench.findings()
                .add(Finding.unmet("browsers that kept the redirect of " + origins + " " + what)
                        .expected(
                                "a page for whoever came after the launch, when it redirected so that browsers keep it "
                                        + first.kept().words() + "; last seen "
                                        + Durations.told(Duration.between(
                                                first.kept().seen().lastSeen(), now)) + " ago")
                        .butWas(first.told())
                        .lookAt(first.origin() + "/, in a browser that was there after the launch")
                        .lookAt("config/" + bench.environment().redirects().orElse("redirects") + ".yaml, rules")
                        .toDo(
                                "tell whoever answers people that a private window helps, or deleting what the browser keeps"
                                        + " of the site; serve, at "
                                        + first.kept().to().getHost()
                                        + ", a page with a link to the old address and a query that nobody has asked yet (?back)"
                                        + " instead of the redirect, and waive this step for it; next time redirect with 302"
                                        + " and uncached while going back is possible"));
    }
}
