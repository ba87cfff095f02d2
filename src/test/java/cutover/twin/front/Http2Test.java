package cutover.twin.front;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.http.Answered;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.HttpSettings;
import cutover.twin.clockwork.Later;
import cutover.twin.tls.Authority;
import cutover.twin.web.WebResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A door that speaks HTTP/2, looked at by the probe that asks for it. */
class Http2Test {

    private static final URI PAGE = URI.create("https://www.example.org/a%20b/?c=d%7Ce");

    private final Later later = new Later();
    private final Authority authority = new Authority(Clock.systemUTC(), new SplittableRandom(5));
    private final House house = new House(later);
    private final Door door = house.http2(authority.identity(List.of("www.example.org")), Http2Test::told);
    private final HttpProbe probe = new HttpProbe(new HttpSettings(
            (host, port) -> List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port())),
            authority.trust(),
            "cutover-test",
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            10_000_000,
            Set.of("GET"),
            Clock.systemUTC()));

    @BeforeEach
    void open() {
        house.open();
    }

    @AfterEach
    void close() {
        probe.close();
        house.close();
        later.close();
    }

    @Test
    void whoeverOffersHttp2GetsIt() {
        Answered seen = seen();

        assertThat(seen.version()).isEqualTo("HTTP/2.0");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.mediaType()).isEqualTo("text/plain");
        assertThat(seen.headers("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(seen.peer().getPort()).isEqualTo(door.port());
        assertThat(seen.tls().orElseThrow().certificate().names()).containsExactly("www.example.org");
    }

    @Test
    void theFrontSeesTheSameRequestInBothVersions() {
        assertThat(lines(seen())).startsWith("http2=true").contains("www.example.org /a%20b/?c=d%7Ce cutover-test");
        assertThat(lines(asked(false)))
                .startsWith("http2=false")
                .contains("www.example.org /a%20b/?c=d%7Ce cutover-test");
    }

    @Test
    void aLargePageArrivesWhole() {
        assertThat(seen().bytes())
                .isNotEmpty()
                .hasSameSizeAs(asked(false).bytes())
                .hasSizeGreaterThan(300_000);
    }

    @Test
    void aDoorCanStopOfferingItAndBeginAgain() {
        door.http2(false);
        assertThat(seen().version()).isEqualTo("HTTP/1.1");
        door.http2(true);
        assertThat(seen().version()).isEqualTo("HTTP/2.0");
    }

    @Test
    void itIsSpokenOverTls12AndBesideAnOldServerToo() {
        door.speak("TLSv1", "TLSv1.2");

        Answered seen = seen();

        assertThat(seen.version()).isEqualTo("HTTP/2.0");
        assertThat(seen.tls().orElseThrow().protocol()).isEqualTo("TLSv1.2");
    }

    private Answered seen() {
        return asked(true);
    }

    private Answered asked(boolean http2) {
        return (http2 ? probe.getByHttp2(PAGE) : probe.get(PAGE)).fold(answered -> answered, none -> {
            throw new AssertionError(none.toString());
        });
    }

    private static String lines(Answered seen) {
        return seen.text()
                .lines()
                .limit(2)
                .reduce((one, two) -> one + "\n" + two)
                .orElse("");
    }

    private static Reply told(Incoming request) {
        String text = "http2=" + request.http2() + "\n" + request.host() + " " + request.target() + " "
                + request.header("User-Agent").orElse("") + "\n" + "0123456789".repeat(30_000);
        // as long in both versions
        String same = request.http2() ? text + "!" : text;
        return Reply.now(WebResponse.text(200, "text/plain", same)
                .with("Set-Cookie", "a=1")
                .with("Set-Cookie", "b=2"));
    }
}
