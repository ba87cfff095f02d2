package cutover.probe.http;

import static cutover.probe.http.Probes.answered;
import static cutover.probe.http.Probes.none;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.TestAuthority;
import cutover.probe.http.NoAnswer.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not choose HTTP/2, and those that choose it and speak something else. */
class Http2ProbeTest {

    private static final URI SITE = URI.create("https://www.example.org/a?b=c");
    private static final String SETTINGS = "\0\0\0\4\0\0\0\0\0";
    private static final String STATUS_200 = "\0\0\1\1\4\0\0\0\1\u0088";

    private final TestAuthority authority = new TestAuthority();

    @Test
    void whoeverDoesNotChooseHttp2IsHeardOverHttp11() throws Exception {
        Function<String, RawServer.Talk> ok = request -> RawServer.text("HTTP/1.1 404 Not Found\r\nA: b", "ok");
        try (RawServer server = RawServer.secured(authority.server("www.example.org"), ok);
                HttpProbe probe = Probes.pinned(server, authority.trust())) {
            Answered seen = answered(probe.getByHttp2(SITE));

            assertThat(seen.version()).isEqualTo("HTTP/1.1");
            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.text()).isEqualTo("ok");
            assertThat(seen.peer()).isEqualTo(server.address());
            assertThat(server.asked().get(0))
                    .contains("GET /a?b=c", "Host: www.example.org", "User-Agent: cutover-test");
        }
    }

    @Test
    void aBodyThatEndsEarlyIsKeptAndSaidToBeCutShort() throws Exception {
        Answered seen = answered(over(STATUS_200 + "\0\0\2\0\0\0\0\0\1ok"));

        assertThat(seen.version()).isEqualTo("HTTP/2.0");
        assertThat(seen.text()).isEqualTo("ok");
        assertThat(seen.contentLengthMismatch()).isTrue();
    }

    @Test
    void aBodyThatIsWholeIsNot() throws Exception {
        Answered seen = answered(over(STATUS_200 + "\0\0\2\0\1\0\0\0\1ok"));

        assertThat(seen.text()).isEqualTo("ok");
        assertThat(seen.contentLengthMismatch()).isFalse();
    }

    @Test
    void anEndlessBodyIsReadToTheLimit() throws Exception {
        String page = "\0\4\0\0\0\0\0\0\1" + "x".repeat(1024);

        Answered seen = answered(over(STATUS_200 + page.repeat(20)));

        assertThat(seen.truncated()).isTrue();
        assertThat(seen.bytes()).hasSize(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\n\r\n",
                "\0\0\1\4\0\0\0\0\0x",
                "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
                SETTINGS + "\0\0\4\3\0\0\0\0\1\0\0\0\2",
                SETTINGS + "\0\0\b\7\0\0\0\0\0\0\0\0\0\0\0\0\1",
                SETTINGS + "\0\0\1\1\4\0\0\0\1\u00ff"
            })
    @DisplayName("what is no answer in HTTP/2 is told as none")
    void whatIsNoAnswerInHttp2IsToldAsNone(String said) throws Exception {
        NoAnswer seen = none(junk(said));

        assertThat(seen.kind()).isIn(Kind.CLOSED_EARLY, Kind.MALFORMED);
        assertThat(seen.detail()).isNotEmpty();
        assertThat(seen.total()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aCertificateOfSomebodyElseIsTold() throws Exception {
        try (RawServer server = RawServer.http2(authority.server("other.example.org"), RawServer.raw(""));
                HttpProbe probe = Probes.pinned(server, authority.trust())) {
            NoAnswer seen = none(probe.getByHttp2(SITE));

            assertThat(seen.kind()).isEqualTo(Kind.TLS_NAME_MISMATCH);
            assertThat(seen.certificate().orElseThrow().names()).containsExactly("other.example.org");
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsTold() throws Exception {
        try (RawServer server = RawServer.http2(authority.server("www.example.org"), RawServer.raw(""));
                HttpProbe probe = Probes.pinned(server, null)) {
            assertThat(none(probe.getByHttp2(SITE)).kind()).isEqualTo(Kind.TLS_UNTRUSTED);
        }
    }

    @Test
    void aNameThatNobodyKnowsIsTold() throws Exception {
        try (RawServer server = RawServer.http2(authority.server("www.example.org"), RawServer.raw(""));
                HttpProbe probe = Probes.pinned(server, authority.trust())) {
            assertThat(none(probe.getByHttp2(URI.create("https://example.org/")))
                            .kind())
                    .isEqualTo(Kind.NAME_UNKNOWN);
        }
    }

    private HttpObservation over(String answer) throws Exception {
        return seen(RawServer.http2(authority.server("www.example.org"), RawServer.raw(answer)));
    }

    private HttpObservation junk(String said) throws Exception {
        return seen(RawServer.choosesHttp2(authority.server("www.example.org"), RawServer.raw(said)));
    }

    private HttpObservation seen(RawServer given) throws Exception {
        try (RawServer server = given;
                HttpProbe probe = Probes.pinned(server, authority.trust())) {
            return probe.getByHttp2(SITE);
        }
    }
}
