package frontdoor;

import common.Lasting;
import cutover.environment.front.Redirects;
import cutover.environment.front.Redirects.Rule;
import cutover.probe.http.Answered;
import cutover.probe.http.RawAddress;
import cutover.runbook.Phase;
import frontdoor.Trouble.Kind;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a redirect on the way must keep to. */
final class HopRules {

    private final Redirects map;
    private final Set<String> way;
    private final boolean revocable;

    HopRules(Redirects map, Phase phase) {
        this.map = map;
        this.revocable = map.revocableIn().contains(phase);
        this.way = map.rules().stream()
                .filter(rule -> rule.in(phase))
                .flatMap(rule -> rule.from().stream())
                .map(Object::toString)
                .filter(origin -> origin.startsWith("https:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where it leads: to the row's end, or a step nearer, with path and query as they were. */
    void leads(Trail trail, Row row, RawAddress asked, RawAddress to) {
        RawAddress end = row.end();
        if (to.equals(end)) {
            return;
        }
        origin(trail, asked, to, end);
        if (!to.path().equals(end.path())) {
            path(trail, to, end);
        }
        if (!to.query().equals(end.query())) {
            query(trail, to, end);
        }
    }

    private void origin(Trail trail, RawAddress asked, RawAddress to, RawAddress end) {
        String expected = "Location: " + end;
        boolean nearer = to.equals(asked.secured()) || way.contains(to.origin());
        if (hidden(to.host())) {
            trail.trouble(
                    Kind.HIDDEN_HOST, trail.place() + "shows a host that nobody must see, " + to.host(), expected);
        } else if (to.host().equals(end.host()) && !to.secure() && end.secure()) {
            trail.trouble(Kind.PLAIN_HTTP, trail.place() + "leads to plain http, " + to, expected);
        } else if (!to.origin().equals(end.origin()) && !nearer) {
            trail.trouble(Kind.OTHER_HOST, trail.place() + "leads to another host, " + to.origin(), expected);
        }
    }

    private static void path(Trail trail, RawAddress to, RawAddress end) {
        String does = to.path().equals("/") ? "loses the path: it leads to " : "changes the path: it leads to ";
        trail.trouble(Kind.PATH, trail.place() + does + to, "Location: " + end);
    }

    private static void query(Trail trail, RawAddress to, RawAddress end) {
        String does = to.query().isEmpty() ? "loses the query" : Queries.change(end.query(), to.query());
        trail.trouble(
                Queries.rewritten(end.query(), to.query()) ? Kind.BYTES : Kind.QUERY,
                trail.place() + does + ": it leads to " + to,
                "Location: " + end + ", byte for byte");
    }

    /** What browsers keep of it, and what it leaves with them. */
    void leaves(Trail trail, Rule rule, Answered answer) {
        Lasting lasting = new Lasting(answer);
        answer.header("Set-Cookie")
                .ifPresent(cookie -> trail.trouble(
                        Kind.COOKIE,
                        trail.place() + "sets a cookie, " + cookie.split("=", 2)[0],
                        "no Set-Cookie from a name that only redirects"));
        if (revocable) {
            revocable(trail, rule, lasting);
        }
    }

    private void revocable(Trail trail, Rule rule, Lasting lasting) {
        if (lasting.permanent() && !rule.permanent()) {
            trail.trouble(
                    Kind.PERMANENT,
                    trail.place() + "redirects with " + lasting.answer().status()
                            + ", which browsers keep for good, while going back is still possible",
                    "302, 303 or 307");
        }
        if (lasting.kept().compareTo(map.remembered()) > 0) {
            trail.trouble(
                    Kind.REMEMBERED,
                    trail.place() + "lets browsers keep the redirect for " + Lasting.told(lasting.kept())
                            + " while going back is still possible",
                    "no answer of a redirecting name is kept longer than " + Lasting.told(map.remembered())
                            + "; it says " + lasting.keptAs());
        }
        lasting.strict()
                .ifPresent(line -> trail.trouble(
                        Kind.STRICT,
                        trail.place() + "demands https " + lasting.strictly() + ", while going back is still possible",
                        "no Strict-Transport-Security; it says " + line));
    }

    private boolean hidden(String host) {
        return map.neverShown().stream()
                .anyMatch(never -> never.startsWith(".") ? host.endsWith(never) : host.equals(never));
    }
}
