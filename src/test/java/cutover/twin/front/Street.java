package cutover.twin.front;

import cutover.probe.http.Answered;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.HttpSettings;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.tls.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** One front behind a plain door and a TLS door; every name leads there. */
final class Street implements AutoCloseable {

    static final Ids IDS = new Ids(new SplittableRandom(11));

    private final Later later = new Later();
    private final Authority authority = new Authority(Clock.systemUTC(), new SplittableRandom(12));
    private final House house = new House(later);
    private final Door plain;
    private final Door secure;
    private final HttpProbe probe;

    Street(String name, Front front) {
        plain = house.http(front);
        secure = house.https(authority.identity(List.of(name)), front);
        house.open();
        probe = new HttpProbe(new HttpSettings(
                (host, port) -> List.of(address(port == 443 ? secure : plain)),
                authority.trust(),
                "cutover-test",
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                100_000,
                Set.of("GET", "HEAD", "POST"),
                Clock.systemUTC()));
    }

    HttpProbe probe() {
        return probe;
    }

    Answered get(String url) {
        return answered(probe.get(URI.create(url)));
    }

    Answered head(String url) {
        return answered(probe.request("HEAD", URI.create(url), Map.of()));
    }

    Answered post(String url) {
        return answered(probe.post(
                URI.create(url), Map.of("Content-Type", "text/plain"), "a=b".getBytes(StandardCharsets.US_ASCII)));
    }

    /** The answer's head to a request line that no well-behaved client would send. */
    String raw(String host, String target) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(20_000);
            socket.connect(address(plain), 20_000);
            String request = "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static InetSocketAddress address(Door door) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), door.port());
    }

    private static Answered answered(HttpObservation seen) {
        return seen.fold(answered -> answered, none -> {
            throw new AssertionError("no answer: " + none);
        });
    }

    @Override
    public void close() {
        probe.close();
        house.close();
        later.close();
    }
}
