package cutover.probe.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.patience.Patience;
import cutover.probe.browser.PageObservation.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WriteGuardTest {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Predicate<URI> NONE = uri -> false;

    private final LittleSite site = new LittleSite();
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path folder) {
        browser = Sessions.open(folder, site.plan());
    }

    @AfterAll
    void close() {
        browser.close();
        site.close();
    }

    @BeforeEach
    void asNew() {
        browser.forget();
        site.page("/worker.js", 200, "text/javascript", "fetch('/write', {method: 'POST', body: 'x'})");
        site.page("/sockets.js", 200, "text/javascript", "new WebSocket('wss://www.site.test/write')");
        site.page("/other", "other");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            fetch       | POST      | <script>fetch('/write', {method: 'POST', body: 'x'})</script>
            put         | PUT       | <script>fetch('/write', {method: 'PUT', body: 'x'})</script>
            XHR         | DELETE    | <script>x = new XMLHttpRequest(); x.open('DELETE', '/write'); x.send()</script>
            beacon      | POST      | <script>navigator.sendBeacon('/write', 'x')</script>
            form        | POST      | <form method=post action=/write></form><script>document.forms[0].submit()</script>
            frame       | POST      | <iframe srcdoc="<form method=post action=/write></form><script>document.forms[0].submit()</script>"></iframe>
            worker      | POST      | <script>new Worker('/worker.js')</script>
            shared      | POST      | <script>new SharedWorker('/worker.js')</script>
            ping        | POST      | <a href=/other ping=/write>x</a><script>document.links[0].click()</script>
            socket      | WEBSOCKET | <script>try { new WebSocket('wss://www.site.test/write') } catch (e) { fetch('/refused') }</script>
            work socket | WEBSOCKET | <script>new Worker('/sockets.js')</script>
            frame socket | WEBSOCKET | <iframe srcdoc="<script>new WebSocket('wss://www.site.test/write')</script>"></iframe>
            """)
    void noWriteReachesTheServer(String how, String method, String html) {
        site.page("/page", html);
        int before = site.seen().size();

        try (WriteGuard guard = browser.guard(READS, NONE)) {
            browser.open(at("/page"));
            waitForOne(guard);

            assertThat(guard.held()).isTrue();
            assertThat(guard.blocked()).anySatisfy(blocked -> {
                assertThat(blocked.method()).isEqualTo(method);
                assertThat(blocked.uri().getPath()).isEqualTo("/write");
                assertThat(blocked.forbiddenPath()).isFalse();
            });
        }
        assertThat(site.seen().subList(before, site.seen().size()))
                .contains("GET /page")
                .noneMatch(line -> line.endsWith(" /write"));
    }

    @Test
    void aPopupIsGuardedTooAndMarked() {
        site.page(
                "/opener",
                "<form method=post action=/write target=_blank><button>b</button></form>"
                        + "<a href=/popup target=_blank>p</a>");
        site.page("/popup", "<script>fetch('/write', {method: 'POST', body: 'x'})</script>");

        try (WriteGuard guard = browser.guard(READS, NONE)) {
            browser.open(at("/opener"));
            browser.click("button");
            browser.click("a");
            wait(guard, 2);

            assertThat(guard.blocked())
                    .hasSize(2)
                    .allSatisfy(blocked -> assertThat(blocked.method()).isEqualTo("POST"));
        }
        assertThat(site.seen()).contains("GET /popup").noneMatch(line -> line.endsWith(" /write"));
        assertThat(site.header("/popup", "User-Agent")).endsWith(" little/1");
    }

    @Test
    void whatIsSentOnLeavingIsStopped() {
        site.page(
                "/leaving",
                "<script>addEventListener('pagehide', () => {"
                        + "navigator.sendBeacon('/write', 'x'); fetch('/write', {method: 'POST', keepalive: true}) })</script>");

        try (WriteGuard guard = browser.guard(READS, NONE)) {
            browser.open(at("/leaving"));
            browser.open(at("/other"));
            wait(guard, 2);

            assertThat(guard.blocked()).hasSize(2);
        }
        assertThat(site.seen()).noneMatch(line -> line.endsWith(" /write"));
    }

    @Test
    void aForbiddenAddressIsNotAskedForEvenByARedirect() {
        site.page("/innocent", 302, "text/plain", "", "Location", "/logout");

        try (WriteGuard guard = browser.guard(READS, uri -> uri.getPath().equals("/logout"))) {
            PageObservation page = browser.open(at("/innocent"));

            assertThat(page.trouble()).isEqualTo(Trouble.BLOCKED);
            assertThat(page.status()).isZero();
            assertThat(guard.blocked()).singleElement().satisfies(blocked -> {
                assertThat(blocked.forbiddenPath()).isTrue();
                assertThat(blocked.uri()).isEqualTo(at("/logout"));
            });
        }
        assertThat(site.seen()).doesNotContain("GET /logout");
    }

    @Test
    void aServiceWorkerIsPassedByAndCannotWriteEither() {
        site.page(
                "/with-service",
                "<script>navigator.serviceWorker.register('/service.js')"
                        + ".then(() => navigator.serviceWorker.ready).then(() => fetch('/ready'))</script>");
        site.page(
                "/service.js",
                200,
                "text/javascript",
                "fetch('/write', {method: 'POST', body: 'x'});"
                        + "onactivate = e => e.waitUntil(clients.claim());"
                        + "onfetch = e => e.respondWith(fetch('/write', {method: 'POST', body: 'y'}))");

        try (WriteGuard guard = browser.guard(READS, NONE)) {
            browser.open(at("/with-service"));
            browser.open(at("/other"));
            waitForOne(guard);

            assertThat(guard.blocked())
                    .allSatisfy(blocked -> assertThat(blocked.uri().getPath()).isEqualTo("/write"));
        }
        assertThat(site.seen()).noneMatch(line -> line.endsWith(" /write"));
    }

    @Test
    void aClosedGuardLetsEverythingGo() {
        site.page(
                "/free",
                "<form method=post action=/written><button>b</button></form>"
                        + "<script>try { new WebSocket('wss://www.site.test/chat') } catch (e) { console.error('refused') }</script>");
        browser.guard(READS, NONE).close();

        PageObservation page = browser.open(at("/free"));
        // leaving the page would break off a socket that is still being opened
        new Patience(Duration.ofSeconds(10), Duration.ofMillis(10))
                .waitFor("the socket", site::seen, seen -> seen.contains("GET /chat"));
        browser.click("button");

        assertThat(page.consoleErrors()).noneMatch(error -> error.startsWith("refused"));
        assertThat(site.seen()).contains("POST /written", "GET /chat");
    }

    @Test
    void aClosedGuardLeavesNothingBehindInAPageThatWasTooBusyToAnswer() {
        site.page(
                "/busy",
                "<script>setInterval(() => { const end = performance.now() + 300; while (performance.now() < end); }, 1)</script>");
        site.page(
                "/after",
                "<script>try { new WebSocket('wss://www.site.test/later') } catch (e) { console.error('refused') }</script>");

        browser.open(at("/busy"));
        browser.guard(READS, NONE).close();
        PageObservation page = browser.open(at("/after"));

        assertThat(page.consoleErrors()).noneMatch(error -> error.startsWith("refused"));
        assertThat(browser.alive()).isTrue();
    }

    private static void waitForOne(WriteGuard guard) {
        wait(guard, 1);
    }

    private static void wait(WriteGuard guard, int count) {
        new Patience(Duration.ofSeconds(3), Duration.ofMillis(10))
                .waitFor("a blocked request", guard::blocked, blocked -> blocked.size() >= count);
    }

    private static URI at(String path) {
        return URI.create("https://" + LittleSite.HOST + path);
    }
}
