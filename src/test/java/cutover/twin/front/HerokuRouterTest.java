package cutover.twin.front;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.http.Answered;
import cutover.twin.front.HerokuRouter.App;
import cutover.twin.front.HerokuRouter.Generation;
import cutover.twin.web.WebResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HerokuRouterTest {

    private static final String PLATFORM = "old-app.herokuapp.com";
    private static final String OWN = "old.example.org";

    private final AtomicReference<App> app = new AtomicReference<>(App.RUNNING);
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Street street = new Street(PLATFORM, router(Generation.LEGACY));

    private HerokuRouter router(Generation generation) {
        Front site = request -> Reply.now(WebResponse.text(200, "text/plain", "old " + request.target())
                .with("Server", "gunicorn/19.7.1")
                .with("Via", "1.1 vegur"));
        return new HerokuRouter(site, app::get, generation, log::add);
    }

    @AfterEach
    void close() {
        street.close();
    }

    @Test
    void aRunningApplicationAnswersItself() {
        Answered seen = street.get("https://" + PLATFORM + "/a?b");

        assertThat(seen.text()).isEqualTo("old /a?b");
        assertThat(seen.headers("Server")).containsExactly("gunicorn/19.7.1");
        assertThat(log).isEmpty();
    }

    @Test
    void withoutProcessesTheRouterAnswersAndLogsH14() {
        app.set(App.NO_PROCESSES);

        Answered seen = street.get("https://" + PLATFORM + "/a?b=1");

        assertThat(seen.status()).isEqualTo(503);
        assertThat(seen.headers("Server")).containsExactly("Cowboy");
        assertThat(seen.text()).contains("<title>Application Error</title>").contains("application-error.html");
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("at=error code=H14 desc=\"No web processes running\" method=GET path=\"/a?b=1\" host="
                        + PLATFORM)
                .endsWith("dyno= connect= service= status=503 bytes= protocol=https");
    }

    @Test
    void maintenanceHasAPageOfItsOwn() {
        app.set(App.MAINTENANCE);

        Answered seen = street.get("http://" + OWN + "/");

        assertThat(seen.status()).isEqualTo(503);
        assertThat(seen.text())
                .contains("<title>Offline for Maintenance</title>")
                .contains("maintenance-mode.html");
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("at=info code=H80")
                .endsWith("protocol=http");
    }

    @Test
    void anApplicationThatIsGoneIsNoSuchAppUnderEachOfItsNames() {
        app.set(App.NO_SUCH_APP);

        for (String name : List.of("https://" + PLATFORM, "http://" + PLATFORM, "http://" + OWN)) {
            Answered seen = street.get(name + "/a");
            assertThat(seen.status()).isEqualTo(404);
            assertThat(seen.headers("Server")).containsExactly("Cowboy");
            assertThat(seen.headers("Cache-Control")).containsExactly("no-cache, no-store");
            assertThat(seen.text())
                    .contains("<title>No such app</title>")
                    .contains("<iframe src=\"//www.herokucdn.com/error-pages/no-such-app.html\">");
            // the length of the real page
            assertThat(seen.headers("Content-Length")).containsExactly("494");
        }
        assertThat(log).isEmpty();
    }

    @Test
    void theSecondGenerationOfTheRouterGoesByAnotherName() {
        app.set(App.NO_SUCH_APP);

        try (Street other = new Street(PLATFORM, router(Generation.SECOND))) {
            assertThat(other.get("https://" + PLATFORM + "/").headers("Server")).containsExactly("Heroku");
        }
    }
}
