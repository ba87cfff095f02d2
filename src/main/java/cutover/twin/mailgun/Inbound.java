package cutover.twin.mailgun;

import cutover.twin.clockwork.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Mail that comes in at one of the domains, and the routes through which it goes. */
final class Inbound {

    private final List<Region> regions;
    private final Forwarder forwarder;
    private final Chronicle chronicle;
    private final Ids ids;

    Inbound(List<Region> regions, Forwarder forwarder, Chronicle chronicle, Ids ids) {
        this.regions = regions;
        this.forwarder = forwarder;
        this.chronicle = chronicle;
        this.ids = ids;
    }

    /** A route that looks at headers does not count: before the message is there, nobody knows. */
    boolean takes(String recipient) {
        return region(recipient)
                .map(region -> taking(region, filter -> filter.matchesRecipient(recipient)))
                .filter(Inbound::keeps)
                .isPresent();
    }

    /** What no route takes is dropped without a trace. */
    void receive(String recipient, byte[] mime) {
        Letter letter = Letter.parse(mime, List.of(recipient));
        region(recipient)
                .ifPresent(region -> route(
                        region,
                        taking(region, filter -> filter.matchesRecipient(recipient) || filter.matchesHeader(letter)),
                        recipient,
                        letter));
    }

    private void route(Region region, List<Route> routes, String recipient, Letter letter) {
        if (!keeps(routes)) {
            return;
        }
        Ledger ledger = region.domain().ledger();
        Mailing mailing = Mailing.inbound(letter);
        chronicle.acceptedInbound(ledger, mailing, recipient, routes);
        for (RouteAction action : actions(routes)) {
            switch (action.verb()) {
                case STORE -> store(region.domain(), ledger, mailing, recipient);
                case FORWARD -> forward(ledger, letter, recipient, action);
                case STOP -> {
                    // has had its effect on which routes are here at all
                }
            }
        }
    }

    private void store(Domain domain, Ledger ledger, Mailing mailing, String recipient) {
        String key = ids.letters(64, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        ledger.store(key, mailing.letter());
        chronicle.stored(domain, ledger, mailing, recipient, key);
    }

    private void forward(Ledger ledger, Letter letter, String recipient, RouteAction action) {
        if (action.toUrl()) {
            forwarder.toUrl(letter, recipient, action.target());
        } else {
            forwarder.toAddress(ledger, letter, action.target());
        }
    }

    /** Down the priorities until one stops; what catches all is for what nothing before it took. */
    private static List<Route> taking(Region region, Predicate<RouteExpression> fits) {
        List<Route> taking = new ArrayList<>();
        for (Route route : region.routes().all()) {
            RouteExpression filter = route.filter();
            if (filter.catchesAll() ? taking.isEmpty() : fits.test(filter)) {
                taking.add(route);
                if (route.steps().stream().anyMatch(action -> action.verb() == RouteAction.Verb.STOP)) {
                    break;
                }
            }
        }
        return taking;
    }

    private static boolean keeps(List<Route> routes) {
        return actions(routes).stream().anyMatch(action -> action.verb() != RouteAction.Verb.STOP);
    }

    private static List<RouteAction> actions(List<Route> routes) {
        return routes.stream().flatMap(route -> route.steps().stream()).toList();
    }

    private Optional<Region> region(String recipient) {
        String domain = recipient.substring(recipient.lastIndexOf('@') + 1);
        return regions.stream()
                .filter(region -> region.find(domain).isPresent())
                .findFirst();
    }
}
