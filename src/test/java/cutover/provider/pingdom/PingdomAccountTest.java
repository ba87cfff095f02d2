package cutover.provider.pingdom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import cutover.provider.Told;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PingdomAccountTest {

    private HttpServer server;
    private PingdomAccount account;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        URI place = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        account = new PingdomAccount(() -> "token", Optional.of(place), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void onlyWebMonitorsOfTheHostAreTold() {
        answer(
                "/api/3.1/checks",
                200,
                "{\"checks\":[{\"id\":1,\"hostname\":\"www.example.org\"},{\"id\":2,\"hostname\":\"old.example.org\"},"
                        + "{\"id\":3,\"hostname\":\"WWW.example.org\"}]}");
        answer(
                "/api/3.1/checks/1",
                200,
                "{\"check\":{\"id\":1,\"name\":\"site\",\"hostname\":\"www.example.org\",\"status\":\"up\",\"type\":"
                        + "{\"http\":{\"url\":\"/health/\",\"encryption\":true,\"shouldcontain\":\"fine\"}},"
                        + "\"userids\":[7],\"teams\":[{\"id\":8}]}}");
        answer(
                "/api/3.1/checks/3",
                200,
                "{\"check\":{\"id\":3,\"hostname\":\"WWW.example.org\",\"status\":\"up\",\"type\":{\"ping\":{}}}}");

        assertThat(account.watches("www.example.org"))
                .isEqualTo(Told.value(
                        List.of(new UptimeWatch(1, "site", "www.example.org", "/health/", true, "fine", "up", 2))));
    }

    @Test
    void aRefusalIsToldWithPingdomsWords() {
        answer(
                "/api/3.1/checks",
                403,
                "{\"error\":{\"statuscode\":403,\"statusdesc\":\"Forbidden\",\"errormessage\":\"Not permitted\"}}");

        assertThat(account.watches("www.example.org")).isEqualTo(Told.refused(403, "Forbidden", "Not permitted"));
    }

    @Test
    void aMonitorIsPointedElsewhereByOnePut() {
        List<String> asked = new CopyOnWriteArrayList<>();
        server.createContext("/api/3.1/checks/7", exchange -> {
            asked.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = "{\"message\":\"Modification of check was successful!\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        UptimeWatch watch = new UptimeWatch(7, "site", "www.example.org", "/health/", true, "fine", "up", 2);

        assertThat(account.pointAt(watch, URI.create("http://old.example.org/health/?deep=1")))
                .isEqualTo(Told.value("Modification of check was successful!"));
        assertThat(asked)
                .containsExactly("PUT {\"host\":\"old.example.org\",\"encryption\":false,\"url\":\"/health/?deep=1\"}");
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
