package frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import cutover.finding.Finding;
import cutover.finding.Met;
import cutover.finding.Unknown;
import cutover.finding.Unmet;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryAnswerTest {

    private static final URI NAME = URI.create("https://www.example.org");

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 410, 421})
    void aRefusalIsMet(int status) throws IOException {
        assertThat(judged(false, status, "", "{\"message\":\"Forbidden\"}")).isInstanceOf(Met.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200, ''",
        "301, https://id.platform.test/accounts/login/",
        "302, /accounts/login/",
        "302, https://www.example.org.platform.test/"
    })
    void anythingThatIsServedIsUnmet(int status, String location) throws IOException {
        assertThat(judged(false, status, location, "hello"))
                .isInstanceOf(Unmet.class)
                .extracting(Finding::sentence)
                .isEqualTo("the temporary address of www.example.org still serves the site, past its name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.example.org", "https://www.example.org/health/"})
    void whatLeadsToTheNameIsMet(String location) throws IOException {
        assertThat(judged(false, 301, location, "")).isInstanceOf(Met.class);
    }

    @ParameterizedTest
    @CsvSource({"404, not found", "429, slowly", "502, failed", "403, Missing Authentication Token"})
    void whatProvesNeitherIsUnknown(int status, String text) throws IOException {
        assertThat(judged(false, status, "", text)).isInstanceOf(Unknown.class);
    }

    @Test
    void whoAcceptsItIsToldThatItIsOpen() throws IOException {
        assertThat(judged(true, 200, "", "hello"))
                .isInstanceOf(Met.class)
                .extracting(Finding::sentence)
                .asString()
                .contains("still serves the site", "accepted");
    }

    private static Finding judged(boolean accepted, int status, String location, String text) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = text.getBytes(StandardCharsets.US_ASCII);
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (HttpProbe probe = probe(server.getAddress())) {
            TemporaryAnswer rule = new TemporaryAnswer(NAME, accepted);
            return probe.get(URI.create("http://id.platform.test/production/health/"))
                    .fold(rule::judged, none -> {
                        throw new AssertionError(none.detail());
                    });
        } finally {
            server.stop(0);
        }
    }

    private static HttpProbe probe(InetSocketAddress place) {
        return new HttpProbe(new HttpSettings(
                (host, port) -> List.of(place),
                null,
                "cutover-test",
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                2_000,
                Set.of("GET"),
                Clock.systemUTC()));
    }
}
