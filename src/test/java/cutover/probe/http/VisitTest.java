package cutover.probe.http;

import static cutover.probe.http.Probes.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class VisitTest {

    @Test
    void cookiesOfOneAnswerGoWithTheNextRequest() throws Exception {
        try (RawServer server = RawServer.plain(request -> RawServer.text(
                        "HTTP/1.1 200 OK\r\nSet-Cookie: sessionid=abc; Path=/in; HttpOnly\r\nSet-Cookie: s=1; Secure",
                        ""));
                HttpProbe probe = Probes.plain();
                Visit visit = probe.visit()) {
            visit.get(server.uri("/in/"));
            visit.get(server.uri("/in/side"));
            visit.get(server.uri("/out"));
            assertThat(server.asked().get(0)).doesNotContain("Cookie:");
            assertThat(server.asked().get(1)).contains("Cookie: sessionid=abc\n");
            assertThat(server.asked().get(2)).doesNotContain("Cookie:");
            assertThat(visit.jar().toString()).doesNotContain("abc");
        }
    }

    @Test
    void aForeignRefererIsRefused() {
        try (HttpProbe probe = Probes.plain();
                Visit visit = probe.visit()) {
            assertThatThrownBy(() -> visit.post(
                            URI.create("https://a.example.org/"), Map.of(), URI.create("https://b.example.org/")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aChainIsToldHopByHopWithItsCookies() throws Exception {
        Function<String, RawServer.Talk> site = request -> {
            if (request.startsWith("GET /a ")) {
                return RawServer.text("HTTP/1.1 301 Moved\r\nLocation: b?x=1#part\r\nSet-Cookie: seen=1", "");
            }
            return request.contains("Cookie: seen=1")
                    ? RawServer.text("HTTP/1.1 200 OK", "there")
                    : RawServer.text("HTTP/1.1 403 No", "");
        };
        try (RawServer server = RawServer.plain(site);
                HttpProbe probe = Probes.plain()) {
            Chain chain = probe.follow(server.uri("/a"), CookieJar.empty(), 5);
            assertThat(chain.end()).isEqualTo(Chain.End.ARRIVED);
            assertThat(chain.hops()).hasSize(2);
            assertThat(answered(chain.last()).text()).isEqualTo("there");
            assertThat(chain.last().sent().uri()).isEqualTo(server.uri("/b?x=1"));
            assertThat(chain.told()).contains("/a → 301 Location: b?x=1#part");
            assertThat(chain.jar().cookie("seen")).isPresent();
        }
    }

    @Test
    void loopsAndEndlessChainsEnd() throws Exception {
        Function<String, RawServer.Talk> site = request -> {
            String path = request.split(" ")[1];
            String to = path.startsWith("/loop") ? "/loop" : path.startsWith("/bad") ? "ftp://x/" : path + "x";
            return RawServer.text("HTTP/1.1 302 Found\r\nLocation: " + to, "");
        };
        try (RawServer server = RawServer.plain(site);
                HttpProbe probe = Probes.plain()) {
            assertThat(probe.follow(server.uri("/loop"), CookieJar.empty(), 9).end())
                    .isEqualTo(Chain.End.LOOP);
            Chain endless = probe.follow(server.uri("/on"), CookieJar.empty(), 3);
            assertThat(endless.end()).isEqualTo(Chain.End.TOO_LONG);
            assertThat(endless.hops()).hasSize(4);
            assertThat(probe.follow(server.uri("/bad"), CookieJar.empty(), 3).end())
                    .isEqualTo(Chain.End.NOWHERE);
        }
    }
}
