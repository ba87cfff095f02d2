package cutover.probe.http;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Probes as the tests need them. */
final class Probes {

    private Probes() {}

    static HttpProbe plain() {
        return with(new AsWritten(), null, Duration.ofSeconds(5));
    }

    static HttpProbe impatient() {
        return with(new AsWritten(), null, Duration.ofMillis(300));
    }

    /** For a route that has to be waited for. */
    static HttpProbe impatient(Route route) {
        return with(route, null, Duration.ofMillis(300));
    }

    /** www.example.org:443 goes to that server; every other name is unknown. */
    static HttpProbe pinned(RawServer server, SSLContext trust) {
        Route route = (host, port) -> {
            if (!host.equals("www.example.org") || port != 443) {
                throw new UnknownHostException(host + ":" + port + " is not pinned");
            }
            return List.of(server.address());
        };
        return with(route, trust, Duration.ofSeconds(5));
    }

    private static HttpProbe with(Route route, SSLContext trust, Duration answer) {
        return new HttpProbe(new HttpSettings(
                route,
                trust,
                "cutover-test",
                Duration.ofSeconds(2),
                answer,
                2_000,
                Set.of("GET", "HEAD", "POST"),
                Clock.systemUTC()));
    }

    /** Numbers, and names of this machine. */
    private record AsWritten() implements Route {

        @Override
        public List<InetSocketAddress> to(String host, int port) {
            return List.of(new InetSocketAddress(host, port));
        }

        @Override
        public boolean asksNobody(String host, int port) {
            return true;
        }
    }

    static Answered answered(HttpObservation seen) {
        return seen.fold(answered -> answered, none -> {
            throw new AssertionError("no answer: " + none);
        });
    }

    static NoAnswer none(HttpObservation seen) {
        return seen.fold(
                answered -> {
                    throw new AssertionError("answered: " + Exchanges.told(answered));
                },
                none -> none);
    }
}
