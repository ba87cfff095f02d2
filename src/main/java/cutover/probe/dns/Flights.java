package cutover.probe.dns;

import cutover.patience.FanOut;
import cutover.probe.dns.Silent.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Holds many queries open at once on one thread; each has its time from the moment it is asked. */
final class Flights {

    // ms between two looks at what is late
    private static final long LOOK = 10;
    private static final int LARGEST = 65_537;

    private final DnsSettings settings;
    private final List<Query> queries;
    private final AtomicReferenceArray<DnsObservation> outcomes;
    private final Set<Flight> open = new LinkedHashSet<>();
    private final Instant start;
    private int next;

    Flights(DnsSettings settings, List<Query> queries) {
        this.settings = settings;
        this.queries = queries;
        this.outcomes = new AtomicReferenceArray<>(queries.size());
        this.start = settings.clock().instant();
    }

    /** In the order of the queries. What the network did comes back as values; a mistake of ours is thrown. */
    List<DnsObservation> observed() {
        // the clock ends each flight; the block around them ends all if the clock stands still
        Supplier<Rest> rest = new FanOut(1, settings.atMost(queries.size()))
                .<Flights, Supplier<Rest>>each(List.of(this), Flights::flown, (flights, why) -> () -> Rest.cut(why))
                .get(0);
        Rest unfinished = rest.get();
        return IntStream.range(0, queries.size())
                .mapToObj(index -> outcome(index, unfinished))
                .toList();
    }

    private DnsObservation outcome(int index, Rest rest) {
        DnsObservation seen = outcomes.get(index);
        return seen == null ? unfinished(queries.get(index), rest) : seen;
    }

    private Silent unfinished(Query query, Rest rest) {
        Duration took = Duration.between(start, settings.clock().instant());
        return new Silent(query, query.transport(), rest.kind(), rest.why(), took, start, 0);
    }

    private Supplier<Rest> flown() {
        try {
            fly();
            return () -> Rest.cut("interrupted");
        } catch (IOException e) {
            return () -> new Rest(Kind.NOT_ASKED, Trouble.detail(e));
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    private void fly() throws IOException {
        try (Selector selector = Selector.open()) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
            Instant lastLook = start;
            while (!Thread.currentThread().isInterrupted() && (next < queries.size() || !open.isEmpty())) {
                begin(selector);
                selector.select(key -> ready(key, buffer), LOOK);
                // sockets of flights that have ended go back to the system only now
                selector.selectNow(key -> ready(key, buffer));
                Instant now = settings.clock().instant();
                if (Duration.between(lastLook, now).toMillis() >= LOOK) {
                    lastLook = now;
                    open.forEach(flight -> flight.look(now));
                    land();
                }
            }
        } finally {
            open.forEach(Flight::close);
        }
    }

    private void begin(Selector selector) {
        while (next < queries.size() && selector.keys().size() < settings.mostInFlight()) {
            Flight flight = new Flight(next, queries.get(next), settings, selector);
            next++;
            flight.begin();
            if (flight.lacksSocket() && !open.isEmpty()) {
                next--;
                return;
            }
            open.add(flight);
            land(flight);
        }
    }

    private void ready(SelectionKey key, ByteBuffer buffer) {
        Flight flight = (Flight) key.attachment();
        flight.ready(buffer);
        land(flight);
    }

    private void land() {
        for (Flight flight : new ArrayList<>(open)) {
            land(flight);
        }
    }

    private void land(Flight flight) {
        flight.outcome().ifPresent(outcome -> {
            flight.close();
            outcomes.set(flight.index(), outcome);
            open.remove(flight);
        });
    }

    /** What became of the queries that had no outcome of their own when all ended. */
    private record Rest(Kind kind, String why) {

        static Rest cut(String why) {
            return new Rest(why.startsWith("no answer") ? Kind.TIMED_OUT : Kind.NOT_ASKED, why);
        }
    }
}
