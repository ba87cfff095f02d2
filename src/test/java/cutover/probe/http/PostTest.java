package cutover.probe.http;

import static cutover.probe.http.Probes.answered;
import static cutover.probe.http.Probes.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.probe.TestAuthority;
import cutover.probe.http.NoAnswer.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTest {

    private static final Function<String, RawServer.Talk> OK = request -> RawServer.text("HTTP/1.1 200 OK", "ok");
    private static final RawServer.Talk TOO_LARGE =
            RawServer.text("HTTP/1.1 413 Too Large\r\nConnection: close", "too large");

    /** All bytes there are, in an order that is no text in any encoding. */
    private static byte[] binary(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (255 - i % 256);
        }
        return bytes;
    }

    private static byte[] bodyOf(String asked) {
        return asked.substring(asked.indexOf("\n\n") + 2).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> head(String asked) {
        return asked.substring(0, asked.indexOf("\n\n")).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/x-www-form-urlencoded",
                "application/xml",
                "text/html",
                "text/plain",
                "text/plain;charset=ISO-8859-1",
                "multipart/form-data; boundary=\"x y\"",
                "multipart/mixed; boundary=b",
                "application/octet-stream",
                "application/vnd.own+json",
                "image/png"
            })
    void theBytesLeaveAsTheyAreWhateverTheirType(String type) throws Exception {
        byte[] body = binary(3_000);
        try (RawServer server = RawServer.plain(OK);
                HttpProbe probe = Probes.plain()) {
            answered(probe.post(server.uri("/hook"), Map.of("Content-Type", type), body));
            String asked = server.asked().get(0);
            assertThat(bodyOf(asked)).isEqualTo(body);
            assertThat(head(asked))
                    .containsExactlyInAnyOrder(
                            "POST /hook HTTP/1.1",
                            "Content-Type: " + type,
                            "User-Agent: cutover-test",
                            "Accept: */*",
                            "Content-Length: 3000",
                            "Host: " + server.uri("/").getAuthority(),
                            "Connection: Keep-Alive");
        }
    }

    @Test
    void withoutATypeNoneIsInvented() throws Exception {
        try (RawServer server = RawServer.plain(OK);
                HttpProbe probe = Probes.plain()) {
            probe.post(server.uri("/some"), Map.of(), binary(300));
            probe.post(server.uri("/none"), Map.of(), new byte[0]);
            assertThat(server.asked()).hasSize(2);
            assertThat(server.asked()).allSatisfy(asked -> assertThat(asked).doesNotContain("Content-Type"));
            assertThat(bodyOf(server.asked().get(0))).isEqualTo(binary(300));
            assertThat(server.asked().get(1)).contains("Content-Length: 0\n").endsWith("\n\n");
        }
    }

    @Test
    void theQueryStaysAsItIsWritten() throws Exception {
        String query = "/hook?a=1&b=x%20y&c=x+y&d=%C3%A9&e=&f&a=2&g=%2F%2f&h=%25&bodySHA256=00";
        try (RawServer server = RawServer.plain(OK);
                HttpProbe probe = Probes.plain()) {
            probe.post(server.uri(query), Map.of("Content-Type", "application/json"), new byte[] {'{', '}'});
            assertThat(server.asked().get(0)).startsWith("POST " + query + " HTTP/1.1\n");
        }
    }

    @Test
    void theCallersHeadersWin() throws Exception {
        Map<String, String> headers = Map.of(
                "user-agent", "TwilioProxy/1.1", "Accept", "audio/*", "X-Signature", "a+b/c==", "Host", "h.test");
        try (RawServer server = RawServer.plain(OK);
                HttpProbe probe = Probes.plain()) {
            Answered seen = answered(probe.post(server.uri("/"), headers, new byte[0]));
            assertThat(head(server.asked().get(0)))
                    .contains("user-agent: TwilioProxy/1.1", "Accept: audio/*", "X-Signature: a+b/c==", "Host: h.test")
                    .filteredOn(line -> line.matches("(?i)(user-agent|accept|host):.*"))
                    .hasSize(3);
            assertThat(seen.sent().about()).isEqualTo("0 bytes");
        }
    }

    @Test
    void theAnswerIsSeenAsThatOfAnyOtherExchange() throws Exception {
        TestAuthority authority = new TestAuthority();
        Function<String, RawServer.Talk> redirect = request ->
                RawServer.text("HTTP/1.1 307 Elsewhere\r\nLocation: /next\r\nX: 1\r\nx: 2", "y".repeat(9_000));
        try (RawServer server = RawServer.secured(authority.server("www.example.org"), redirect);
                HttpProbe probe = Probes.pinned(server, authority.trust())) {
            URI uri = URI.create("https://www.example.org/hook?a=1");
            Answered seen = answered(probe.post(uri, Map.of("Content-Type", "application/json"), binary(10)));
            assertThat(seen.status()).isEqualTo(307);
            assertThat(seen.headers("X")).containsExactly("1", "2");
            assertThat(seen.truncated()).isTrue();
            assertThat(seen.bytes()).hasSize(2_000);
            assertThat(seen.peer()).isEqualTo(server.address());
            assertThat(seen.tls().orElseThrow().certificate().names()).containsExactly("www.example.org");
            assertThat(seen.total()).isGreaterThanOrEqualTo(seen.firstByte());
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void anUntrustedCertificateIsShown() throws Exception {
        try (RawServer server = RawServer.secured(new TestAuthority().server("www.example.org"), OK);
                HttpProbe probe = Probes.pinned(server, new TestAuthority().trust())) {
            NoAnswer none = none(probe.post(URI.create("https://www.example.org/"), Map.of(), binary(10)));
            assertThat(none.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
            assertThat(none.certificate().orElseThrow().names()).containsExactly("www.example.org");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aLargeBodyArrivesWhole() throws Exception {
        byte[] body = binary(12 << 20);
        try (RawServer server = RawServer.plain(OK);
                HttpProbe probe = patient()) {
            answered(probe.post(server.uri("/"), Map.of("Content-Type", "multipart/form-data; boundary=b"), body));
            assertThat(bodyOf(server.asked().get(0))).isEqualTo(body);
        }
    }

    @Test
    void anAnswerBeforeTheEndOfALargeBodyIsOne() throws Exception {
        try (RawServer server = RawServer.hasty(TOO_LARGE);
                HttpProbe probe = patient()) {
            HttpObservation seen = probe.post(server.uri("/"), Map.of("Content-Type", "image/png"), binary(12 << 20));
            assertThat(answered(seen).status()).isEqualTo(413);
            assertThat(answered(seen).text()).isEqualTo("too large");
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void overTlsToo() throws Exception {
        TestAuthority authority = new TestAuthority();
        try (RawServer server = RawServer.hasty(authority.server("www.example.org"), TOO_LARGE);
                HttpProbe probe = Probes.pinned(server, authority.trust())) {
            HttpObservation seen = probe.post(URI.create("https://www.example.org/"), Map.of(), binary(12 << 20));
            assertThat(answered(seen).status()).isEqualTo(413);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aServerThatHangsUpWithoutAWordIsNoAnswer() throws Exception {
        try (RawServer server = RawServer.hasty(RawServer.raw(""));
                HttpProbe probe = patient()) {
            assertThat(none(probe.post(server.uri("/"), Map.of(), binary(12 << 20)))
                            .kind())
                    .isEqualTo(Kind.CLOSED_EARLY);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        RawServer.Talk hang = out -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        try (RawServer silent = RawServer.plain(request -> hang);
                RawServer deaf = RawServer.hasty(hang);
                HttpProbe probe = Probes.impatient()) {
            assertThat(none(probe.post(silent.uri("/"), Map.of(), binary(10))).kind())
                    .isEqualTo(Kind.TIMED_OUT);
            assertThat(none(probe.post(deaf.uri("/"), Map.of(), binary(12 << 20)))
                            .kind())
                    .isEqualTo(Kind.TIMED_OUT);
        } finally {
            over.countDown();
        }
    }

    @Test
    void nobodyAtThePortIsRefused() throws Exception {
        int free;
        try (ServerSocket taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        try (HttpProbe probe = Probes.plain()) {
            URI uri = URI.create("http://127.0.0.1:" + free + "/");
            assertThat(none(probe.post(uri, Map.of(), binary(10))).kind()).isEqualTo(Kind.REFUSED);
        }
    }

    @Test
    void whereNoPostIsAllowedNothingLeaves() throws Exception {
        try (RawServer server = RawServer.plain(OK);
                HttpProbe probe = with(Duration.ofSeconds(5), Set.of("GET", "HEAD"))) {
            assertThatThrownBy(() -> probe.post(server.uri("/"), Map.of(), new byte[0]))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("[GET, HEAD]");
            assertThat(server.asked()).isEmpty();
        }
    }

    private static HttpProbe patient() {
        return with(Duration.ofSeconds(30), Set.of("POST"));
    }

    private static HttpProbe with(Duration answer, Set<String> methods) {
        return new HttpProbe(new HttpSettings(
                (host, port) -> List.of(new InetSocketAddress(host, port)),
                null,
                "cutover-test",
                Duration.ofSeconds(2),
                answer,
                2_000,
                methods,
                Clock.systemUTC()));
    }
}
