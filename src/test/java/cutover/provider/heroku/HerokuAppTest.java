package cutover.provider.heroku;

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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HerokuAppTest {

    private static final String OTHER = "Heroku answers with something other than what was asked for";

    private HttpServer server;
    private HerokuApp app;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        URI place = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        app = new HerokuApp("cmr", () -> "secret-token", Optional.of(place), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theFormationIsToldByType() {
        answer("/apps/cmr/formation", 200, "[{\"type\":\"web\",\"quantity\":2},{\"type\":\"clock\",\"quantity\":0}]");

        assertThat(app.formation()).isEqualTo(Told.value(Map.of("web", 2, "clock", 0)));
    }

    @Test
    void maintenanceModeIsToldByTheApplicationItself() {
        answer("/apps/cmr", 200, "{\"name\":\"cmr\",\"maintenance\":true}");

        assertThat(app.inMaintenance()).isEqualTo(Told.value(true));
    }

    @Test
    void aProcessIsToldWithItsState() {
        answer(
                "/apps/cmr/dynos",
                200,
                "[{\"name\":\"worker.1\",\"type\":\"worker\",\"command\":\"run\",\"state\":\"crashed\"}]");

        assertThat(app.dynos()).isEqualTo(Told.value(List.of(new Dyno("worker.1", "worker", "run", "crashed"))));
    }

    @Test
    void aCommandIsRunInAProcessOfItsOwn() {
        answer(
                "/apps/cmr/dynos",
                201,
                "{\"name\":\"run.1234\",\"type\":\"run\",\"command\":\"task\",\"state\":\"starting\"}");

        assertThat(app.run("task")).isEqualTo(Told.value(new Dyno("run.1234", "run", "task", "starting")));
    }

    @Test
    void aProcessWithoutANameWasNotStarted() {
        answer("/apps/cmr/dynos", 201, "{}");

        assertThat(app.run("task").trouble()).isEqualTo(OTHER);
    }

    @Test
    void aPartOfAListIsNoAnswer() {
        answer("/apps/cmr/addons", 206, "[]");

        assertThat(app.addOns().trouble()).isEqualTo("127.0.0.1 answers 206, which is not the whole");
    }

    @Test
    void aRefusalIsToldWithHerokusWords() {
        answer("/apps/cmr/dynos", 401, "{\"id\":\"unauthorized\",\"message\":\"Invalid credentials provided.\"}");

        assertThat(app.dynos()).isEqualTo(Told.refused(401, "unauthorized", "Invalid credentials provided."));
    }

    @Test
    void brokenAnswersAreTroubleNotRefusals() {
        answer("/apps/cmr/dynos", 503, "{}");
        answer("/apps/cmr/addons", 200, "<html>");

        assertThat(app.dynos().trouble()).isEqualTo("127.0.0.1 answers 503");
        assertThat(app.addOns().trouble()).isEqualTo("127.0.0.1 answers 200 with something that is no JSON");
    }

    @Test
    void anAnswerThatDoesNotTellWhatWasChangedIsNone() {
        answer("/apps/cmr", 200, "{}");

        assertThat(app.scale("web", 0).trouble()).isEqualTo(OTHER);
        assertThat(app.maintain(false).trouble()).isEqualTo(OTHER);
        assertThat(app.inMaintenance().trouble()).isEqualTo(OTHER);
        assertThat(app.rollBackTo(new Release("1", 1, "", "", false)).trouble()).isEqualTo(OTHER);
    }

    @Test
    void theNewestOfManyReleasesAreToldThoughTheyAreNotAll() {
        answer(
                "/apps/cmr/releases",
                206,
                "[{\"id\":\"a\",\"version\":7},{\"id\":\"b\",\"version\":9,\"current\":true}]");

        assertThat(app.releases())
                .isEqualTo(Told.value(List.of(new Release("b", 9, "", "", true), new Release("a", 7, "", "", false))));
    }

    @Test
    void nobodyThereIsTroubleNotARefusal() {
        server.stop(0);

        assertThat(app.formation().trouble()).startsWith("127.0.0.1 does not answer");
    }

    /** Only to whoever has the token and asks for the API's version. */
    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            boolean asked =
                    "Bearer secret-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                            && "application/vnd.heroku+json; version=3"
                                    .equals(exchange.getRequestHeaders().getFirst("Accept"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asked ? status : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
