package cutover.probe.dns;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Asks name servers and tells what they said. Each question leaves from a socket of its own with an id of its own, goes
 * to exactly the server that it names and ends within the timeout, whatever the server does. Messages that do not
 * answer it are counted and passed over (RFC 5452 section 9). Safe for use by several threads.
 */
public final class DnsProbe {

    private final DnsSettings settings;

    public DnsProbe(DnsSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /** @see Query */
    public DnsObservation ask(
            NameServer server, Question question, Transport transport, boolean recursion, boolean dnssecOk) {
        return ask(new Query(server, question, transport, recursion, dnssecOk));
    }

    public DnsObservation ask(Query query) {
        return askAll(List.of(query)).get(0);
    }

    /** Asks at once as many as the settings allow, and the rest as soon as one of them has ended; in the given order. */
    public List<DnsObservation> askAll(Collection<Query> queries) {
        return queries.isEmpty() ? List.of() : new Flights(settings, List.copyOf(queries)).observed();
    }

    Clock clock() {
        return settings.clock();
    }
}
