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
        return with((host, port) -> List.of(new InetSocketAddress(host, port)), null, Duration.ofSeconds(5));
    }

    static HttpProbe impatient() {
        return with((host, port) -> List.of(new InetSocketAddress(host, port)), null, Duration.ofMillis(300));
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
