package cutover.probe.http;

import static cutover.probe.http.Probes.answered;
import static cutover.probe.http.Probes.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.probe.http.NoAnswer.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HttpProbeTest {

    @Test
    void anAnswerKeepsHeadersInOrderAndNamesThePeer() throws Exception {
        String head = "HTTP/1.1 404 Gone Fishing\r\nSet-Cookie: a=1\r\nX: y\r\nset-cookie: b=2"
                + "\r\nContent-Type: text/html; charset=ISO-8859-1\r\nDate: Mon, 01 Jan 2018 00:00:00 GMT"
                + "\r\nContent-Length: 3\r\n\r\ncaf";
        try (RawServer server = RawServer.plain(request -> RawServer.raw(head));
                HttpProbe probe = Probes.plain()) {
            Answered seen = answered(probe.get(server.uri("/x?y=1#z")));
            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.reason()).isEqualTo("Gone Fishing");
            assertThat(seen.headers().get(0)).isEqualTo(new Header("Set-Cookie", "a=1"));
            assertThat(seen.headers("SET-COOKIE")).containsExactly("a=1", "b=2");
            assertThat(seen.mediaType()).isEqualTo("text/html");
            assertThat(seen.text()).isEqualTo("caf");
            assertThat(seen.peer()).isEqualTo(server.address());
            assertThat(seen.tls()).isEmpty();
            assertThat(seen.skew()).hasValueSatisfying(skew -> assertThat(skew).isNegative());
            assertThat(seen.contentLengthMismatch() || seen.truncated()).isFalse();
        }
    }

    @Test
    void aRequestCarriesOnlyWhatWasSaid() throws Exception {
        try (RawServer server = RawServer.plain(request -> RawServer.text("HTTP/1.1 200 OK", "ok"));
                HttpProbe probe = Probes.plain()) {
            probe.get(server.uri("/x?y=%20"), Map.of("Host", "evil.example.test", "X-Own", "1"));
            String asked = server.asked().get(0);
            assertThat(asked).startsWith("GET /x?y=%20 HTTP/1.1\n");
            assertThat(asked.lines().filter(line -> !line.isEmpty()).skip(1))
                    .containsExactlyInAnyOrder(
                            "Host: evil.example.test",
                            "X-Own: 1",
                            "User-Agent: cutover-test",
                            "Accept: */*",
                            "Connection: keep-alive");
        }
    }

    @Test
    void aMethodThatIsNotAllowedNeverLeaves() throws Exception {
        try (RawServer server = RawServer.plain(request -> RawServer.text("HTTP/1.1 200 OK", "ok"));
                HttpProbe probe = Probes.plain()) {
            assertThatThrownBy(() -> probe.request("DELETE", server.uri("/"), Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("DELETE")
                    .hasMessageContaining("[GET, HEAD, POST]");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void redirectsAreNotFollowedAndNothingIsRepeated() throws Exception {
        try (RawServer server = RawServer.plain(request -> request.startsWith("GET /drop")
                        ? RawServer.raw("")
                        : RawServer.text("HTTP/1.1 503 No\r\nLocation: /other\r\nRetry-After: 0", ""));
                HttpProbe probe = Probes.plain()) {
            assertThat(answered(probe.get(server.uri("/"))).status()).isEqualTo(503);
            assertThat(none(probe.get(server.uri("/drop"))).kind()).isEqualTo(Kind.CLOSED_EARLY);
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void aBodyThatEndsEarlyIsAnAnswerWithAMismatch() throws Exception {
        try (RawServer server = RawServer.plain(request -> RawServer.raw(
                        request.startsWith("GET /chunks")
                                ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n9\r\nwor"
                                : "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello"));
                HttpProbe probe = Probes.plain()) {
            Answered length = answered(probe.get(server.uri("/length")));
            assertThat(length.contentLengthMismatch()).isTrue();
            assertThat(length.text()).isEqualTo("hello");
            assertThat(answered(probe.get(server.uri("/chunks"))).contentLengthMismatch())
                    .isTrue();
        }
    }

    @Test
    void theBodyOfAHeadIsNotMissed() throws Exception {
        try (RawServer server =
                        RawServer.plain(request -> RawServer.raw("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n"));
                HttpProbe probe = Probes.plain()) {
            Answered seen = answered(probe.request("HEAD", server.uri("/"), Map.of()));
            assertThat(seen.contentLengthMismatch()).isFalse();
            assertThat(seen.bytes()).isEmpty();
        }
    }

    @Test
    void aLongBodyIsCutAndSaysSo() throws Exception {
        try (RawServer server = RawServer.plain(request -> RawServer.text("HTTP/1.1 200 OK", "x".repeat(9_000)));
                HttpProbe probe = Probes.plain()) {
            Answered seen = answered(probe.get(server.uri("/")));
            assertThat(seen.truncated()).isTrue();
            assertThat(seen.bytes()).hasSize(2_000);
        }
    }

    @Test
    void compressedContentIsUnpackedWithinBounds() throws Exception {
        try (RawServer server = RawServer.plain(request -> {
                    byte[] packed = gzip(request.startsWith("GET /bomb") ? "x".repeat(1 << 20) : "héllo");
                    return out -> {
                        out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                        out.write(packed);
                    };
                });
                HttpProbe probe = Probes.plain()) {
            Answered seen = answered(probe.get(server.uri("/"), Map.of("Accept-Encoding", "gzip")));
            assertThat(seen.text()).isEqualTo("héllo");
            assertThat(seen.bytes()).startsWith(0x1f, 0x8b);
            Answered bomb = answered(probe.get(server.uri("/bomb"), Map.of("Accept-Encoding", "gzip")));
            assertThat(bomb.contentTrouble()).contains("more than 2000 bytes");
            assertThat(bomb.content()).hasSize(2_000);
        }
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    @Test
    void damagedCompressionIsTold() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip";
        try (RawServer server = RawServer.plain(request -> RawServer.text(head, "not gzip"));
                HttpProbe probe = Probes.plain()) {
            assertThat(answered(probe.get(server.uri("/"))).contentTrouble()).startsWith("damaged gzip data");
        }
    }

    @Test
    void whatIsNoHttpIsMalformed() throws Exception {
        try (RawServer server = RawServer.plain(request -> RawServer.raw("SSH-2.0-OpenSSH_9\r\nwhatever\r\n"));
                HttpProbe probe = Probes.plain()) {
            assertThat(none(probe.get(server.uri("/"))).kind()).isIn(Kind.MALFORMED, Kind.CLOSED_EARLY);
        }
    }

    @Test
    void noAnswerTellsRefusedFromUnknown() throws Exception {
        int free;
        try (ServerSocket taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        try (HttpProbe probe = Probes.plain();
                RawServer server = RawServer.plain(request -> RawServer.text("HTTP/1.1 200 OK", ""));
                HttpProbe pinned = Probes.pinned(server, null)) {
            assertThat(none(probe.get(URI.create("http://127.0.0.1:" + free + "/")))
                            .kind())
                    .isEqualTo(Kind.REFUSED);
            NoAnswer unknown = none(pinned.get(URI.create("http://other.example.org/")));
            assertThat(unknown.kind()).isEqualTo(Kind.NAME_UNKNOWN);
            assertThat(unknown.detail()).contains("other.example.org:80 is not pinned");
        }
    }

    @Test
    void evidenceHidesWhatOpensASession() throws Exception {
        String body = "<meta name=\"csrf-token\" content=\"s3cret\"><input name='csrfmiddlewaretoken' value='s3cret'>";
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: sessionid=s3cret; Path=/; HttpOnly";
        try (RawServer server = RawServer.plain(request -> RawServer.text(head, body));
                HttpProbe probe = Probes.plain()) {
            String told = Exchanges.told(probe.get(
                    server.uri("/page"),
                    Map.of(
                            "Cookie",
                            "a=s3cret; b=s3cret",
                            "Authorization",
                            "Basic s3cret",
                            "X-Own-Signature",
                            "s3cret")));
            assertThat(told)
                    .doesNotContain("s3cret")
                    .contains("GET " + server.uri("/page"))
                    .contains("Cookie: a=«hidden»; b=«hidden»")
                    .contains("X-Own-Signature: «hidden»")
                    .contains("Set-Cookie: sessionid=«hidden»; Path=/; HttpOnly")
                    .contains("HTTP/1.1 200 OK");
        }
    }
}
