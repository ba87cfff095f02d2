package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import cutover.environment.LogPlace;
import cutover.environment.Site;
import cutover.finding.Finding;
import cutover.probe.http.HttpProbe;
import cutover.probe.http.HttpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptVisitTest {

    private static final Finding REFUSED =
            Finding.unmet("no page").expected("a page").butWas("403").toDo("redirect");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-12T12:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private KeptVisit visit;

    @BeforeEach
    void arrive() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(here, 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try (HttpProbe probe = probe()) {
            visit = new KeptVisit(site(), here, probe.keptConnection(), now::get);
        }
        visit.asks(page());
    }

    @AfterEach
    void end() {
        visit.close();
        server.stop(0);
    }

    @Test
    void whoIsServedStaysHoweverLongItTakes() {
        assertThat(visit.asks(page())).isPresent();
        now.updateAndGet(time -> time.plus(Duration.ofHours(1)));

        assertThat(visit.stands()).isTrue();
        assertThat(visit.left()).isEmpty();
        assertThat(visit.asks(page())).isPresent();
        assertThat(asked).hasValue(3);
    }

    @Test
    void whoHasLeftKeepsTheConnectionForFiveMinutesAtTheMost() {
        visit.leaves(REFUSED);
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(299)));
        assertThat(visit.stands()).isTrue();
        assertThat(visit.left()).contains(REFUSED);

        now.updateAndGet(time -> time.plus(Duration.ofSeconds(1)));

        assertThat(visit.stands()).isFalse();
        assertThat(visit.asks(page())).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoGoesOnAsksAndWhoHasLeftDoesNot() {
        visit.goesOn(page());
        assertThat(asked).hasValue(2);
        visit.leaves(REFUSED);

        visit.goesOn(page());

        assertThat(asked).hasValue(2);
        assertThat(visit.left()).contains(REFUSED);
    }

    @Test
    void whoIsHungUpOnHasNoConnectionAnyMore() {
        server.stop(0);

        await().atMost(Duration.ofSeconds(10)).until(() -> !visit.stands());
        assertThat(visit.asks(page())).isEmpty();
    }

    private URI page() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private HttpProbe probe() {
        Duration patience = Duration.ofSeconds(10);
        return new HttpProbe(new HttpSettings(
                (host, port) -> List.of(new InetSocketAddress(host, port)),
                null,
                "test",
                patience,
                patience,
                1000,
                Set.of("GET"),
                Clock.systemUTC()));
    }

    private Site site() {
        return new Site(
                URI.create("https://www.example.org"),
                "",
                Optional.empty(),
                "a platform",
                Map.of(),
                List.of(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                new LogPlace.File(Path.of("any.log")),
                Optional.empty(),
                Optional.empty());
    }
}
