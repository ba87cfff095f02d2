package frontdoor;

import common.Answers;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.KeptVisit;
import cutover.junit.Workbench;
import cutover.probe.http.RawAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * After a rollback: people who were there before, in the middle of a form perhaps. Their browsers ask on the connections
 * that they have kept, whatever the names lead to by now (RFC 9112, section 9.3), and need a page there, a redirect that
 * ends at one, or the end of the connection, after which they go where the name leads.
 */
final class StillThere {

    private static final int MOST = 10;

    private final Workbench bench;
    private final List<KeptVisit> visits;
    private final Asking asking;

    StillThere(Workbench bench) {
        this.bench = bench;
        this.visits = bench.keptVisits();
        this.asking = new Asking(bench.outside(), new PublicAddresses(bench));
    }

    /** One browser's way to a page; the last hop is where it ends. */
    private record Way(List<Hop> hops, boolean circle) {

        Hop end() {
            return hops.get(hops.size() - 1);
        }

        boolean served() {
            return !circle
                    && end().answer().filter(answer -> answer.status() == 200).isPresent();
        }

        String told() {
            return hops.stream().map(Hop::line).collect(Collectors.joining("\n"))
                    + (circle ? "\nGET " + end().leadsTo().orElseThrow() + " once more, and so on  <<<<<" : "");
        }
    }

    void judged() {
        if (visits.isEmpty()) {
            bench.findings()
                    .progress(
                            "whether people get a page who still have a connection open from before the way back is not"
                                    + " looked at: nobody was there for this run, as in a drill and a guided way back");
        }
        visits.forEach(visit -> bench.findings().add(judged(visit)));
    }

    private Finding judged(KeptVisit visit) {
        if (visit.left().isPresent() && visit.stands()) {
            return visit.left().get();
        }
        String who = "who still has a connection to " + visit.site().host() + " at "
                + address(visit).number();
        Optional<Hop> first = asks(visit, page(visit));
        if (first.isEmpty()) {
            return Finding.met(who + " has it no more, and goes where the name leads");
        }
        Way way = way(first.get());
        if (!way.served()) {
            Unmet unmet = unmet(visit, way, who + (way.circle() ? " turns in circles" : " gets no page: " + end(way)));
            visit.leaves(unmet);
            return unmet;
        }
        return isHome(way.end())
                ? Finding.met(who + " gets to the page")
                : unmet(
                        visit,
                        way,
                        who + " is still served by " + way.end().asked().authority());
    }

    private static String end(Way way) {
        return way.end().seen().fold(answer -> Integer.toString(answer.status()), none -> Answers.words(none.kind()));
    }

    private Unmet unmet(KeptVisit visit, Way way, String sentence) {
        return Finding.unmet(sentence)
                .expected("a page of " + bench.home().host()
                        + ", or the end of the connection, after which the browser goes where the name leads")
                .butWas("asked on connections from before the way back, where an address is told:\n" + way.told())
                .lookAt(page(visit) + ", in a browser that was there before the way back")
                .toDo(remedy(way));
    }

    private String remedy(Way way) {
        String home = bench.home().host();
        boolean atHome = isHome(way.end());
        if (atHome && way.end().at().isEmpty() && !way.circle()) {
            return "look at " + home + " first: the connection led there rightly, and it has no page for anybody";
        }
        return atHome || way.circle()
                ? "let the redirect at the former address of " + home
                        + " lead to the own address of the old platform until nobody comes any more; who turns in circles is"
                        + " helped by a private window, or by five minutes without a click, after which no browser keeps a"
                        + " connection"
                : "let " + way.end().asked().authority() + " lead, at the new platform, to what only redirects to "
                        + home
                        + " (API Gateway: the custom domain's base path mapping, to an API that does nothing else), until"
                        + " nobody comes any more: a refusal meets people in the middle of a form";
    }

    private boolean isHome(Hop hop) {
        return hop.asked().origin().equals(bench.home().origin().toString());
    }

    private Way way(Hop first) {
        Set<RawAddress> been = new HashSet<>();
        List<Hop> hops = new ArrayList<>();
        Optional<Hop> hop = Optional.of(first);
        while (hop.isPresent() && hops.size() < MOST) {
            been.add(hop.get().asked());
            hops.add(hop.get());
            Optional<RawAddress> to = hop.get().leadsTo();
            if (to.filter(been::contains).isPresent()) {
                return new Way(hops, true);
            }
            hop = to.map(this::onwards);
        }
        return new Way(hops, false);
    }

    /** Where the browser has a connection, the name has no say. */
    private Hop onwards(RawAddress to) {
        return visits.stream()
                .filter(visit -> visit.left().isEmpty() && page(visit).origin().equals(to.origin()))
                .flatMap(visit -> asks(visit, to).stream())
                .findFirst()
                .orElseGet(() -> asking.publicly(to));
    }

    private static Optional<Hop> asks(KeptVisit visit, RawAddress asked) {
        return visit.asks(asked.uri()).map(seen -> new Hop(asked, Optional.of(address(visit)), seen));
    }

    private static NamedAddress address(KeptVisit visit) {
        return new NamedAddress(visit.site().host(), visit.address(), List.of());
    }

    private RawAddress page(KeptVisit visit) {
        return RawAddress.of(visit.site().at(bench.application().build().path()) + "?cutover=" + bench.marker())
                .orElseThrow();
    }
}
