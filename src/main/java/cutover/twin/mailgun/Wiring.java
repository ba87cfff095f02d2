package cutover.twin.mailgun;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.front.Hosts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is set up before anybody changes it: it follows the users, as far as no fault keeps it back. */
final class Wiring {

    private static final String BOUNCES = "/mailgun-bounce";
    private static final String INBOUND = "/mailgun-inbound";

    private final Faults faults;
    private final Instant since;
    private volatile Side users = Side.NEW;

    Wiring(Faults faults, Instant since) {
        this.faults = faults;
        this.since = since;
    }

    void usersAt(Side side) {
        users = side;
    }

    /** Where bounces of the domain in the United States are reported to. */
    List<String> us() {
        if (on(Fault.MAILGUN_WEBHOOK_GONE)) {
            return List.of();
        }
        if (on(Fault.MAILGUN_EXTRA_WEBHOOK)) {
            return List.of(url(host(), BOUNCES), url(otherHost(), BOUNCES));
        }
        return List.of(url(on(Fault.MAILGUN_STILL_OLD) ? otherHost() : host(), BOUNCES));
    }

    /** Where bounces of the European domain are reported to. */
    List<String> eu() {
        return List.of(url(on(Fault.MAILGUN_EU_STILL_OLD) ? otherHost() : host(), BOUNCES));
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(stored("5a6f0c1b9d3e4f2a7b8c0d11", "rehearsal inbox", "uat.cutover"));
        routes.add(stored("5a6f0c1b9d3e4f2a7b8c0d12", "where the test of a webhook is answered to", "bob"));
        routes.add(new Route(
                "5a6f0c1b9d3e4f2a7b8c0d13",
                10,
                "a user's mail",
                recipient("clara.cfa"),
                List.of("forward(\"clara@codeforamerica.org\")", "stop()"),
                since));
        if (on(Fault.MAILGUN_ROUTE_STILL_OLD)) {
            routes.add(new Route(
                    "5a6f0c1b9d3e4f2a7b8c0d14",
                    100,
                    "everything else",
                    "catch_all()",
                    List.of("forward(\"" + url(otherHost(), INBOUND) + "\")"),
                    since));
        }
        return routes;
    }

    private Route stored(String id, String description, String user) {
        return new Route(id, 0, description, recipient(user), List.of("store()", "stop()"), since);
    }

    private static String recipient(String user) {
        return "match_recipient(\"" + user + "@" + Mailgun.US_DOMAIN + "\")";
    }

    private String host() {
        return users == Side.NEW ? Hosts.NEW : Hosts.OLD;
    }

    private String otherHost() {
        return users == Side.NEW ? Hosts.OLD : Hosts.NEW;
    }

    private static String url(String host, String path) {
        return "https://" + host + path;
    }

    private boolean on(Fault fault) {
        return faults.on(Side.NEW, fault);
    }
}
