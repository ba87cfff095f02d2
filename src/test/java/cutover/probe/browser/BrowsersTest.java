package cutover.probe.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.patience.Patience;
import cutover.probe.browser.PageObservation.Trouble;
import cutover.probe.browser.find.BrowserFinder;
import cutover.probe.browser.find.BrowserSettings;
import cutover.probe.browser.find.DriverSource;
import cutover.probe.browser.find.Install;
import cutover.probe.browser.find.Machine;
import cutover.probe.browser.lease.Leases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowsersTest {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private final LittleSite site = new LittleSite().page("/", "<p>home");

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void aClosedBrowserLeavesNoProcessAndNoProfile(@TempDir Path folder) throws IOException {
        Browser browser = Sessions.open(folder, site.plan());
        List<ProcessHandle> processes = browser.session().started().processes();
        assertThat(processes).hasSizeGreaterThan(3);
        assertThat(browser.alive()).isTrue();

        browser.close();
        browser.close();

        assertThat(browser.alive()).isFalse();
        assertThat(processes).noneMatch(BrowsersTest::runs);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theDeathOfTheGuardsSocketEndsTheBrowserAtOnce(@TempDir Path folder) {
        site.page("/busy", "<script>setInterval(() => fetch('/write', {method: 'POST', body: 'x'}), 200)</script>");
        try (Browser browser = Sessions.open(folder, site.plan());
                WriteGuard guard = browser.guard(READS, uri -> false)) {
            List<ProcessHandle> processes = browser.session().started().processes();
            browser.open(at("/busy"));
            assertThat(guard.held()).isTrue();

            browser.session().tools().cut();

            assertThat(guard.held()).isFalse();
            assertThat(gone(processes)).isTrue();
            assertThat(browser.alive()).isFalse();
        }
    }

    @Test
    void aBrowserThatIsGoneAnswersWithValues(@TempDir Path folder) {
        Browser browser = Sessions.open(folder, site.plan());
        WriteGuard guard = browser.guard(READS, uri -> false);
        assertThatThrownBy(() -> browser.guard(READS, uri -> false)).isInstanceOf(IllegalStateException.class);
        browser.open(at("/"));
        List<ProcessHandle> processes = browser.session().started().processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        assertThat(gone(processes)).isTrue();

        PageObservation page = browser.open(at("/"));

        assertThat(page.trouble()).isEqualTo(Trouble.BROKEN);
        assertThat(page.detail()).isNotEmpty();
        assertThat(browser.look().trouble()).isEqualTo(Trouble.BROKEN);
        assertThat(browser.fill("p", "x")).isInstanceOf(Acted.Broken.class);
        assertThat(browser.click("p")).isInstanceOf(Acted.Broken.class);
        assertThat(browser.count("p")).isZero();
        assertThat(browser.text("p")).isEmpty();
        assertThat(browser.style("p", "color")).isEmpty();
        assertThat(browser.styleSheets()).isZero();
        assertThat(browser.cookies()).isEmpty();
        assertThat(browser.screenshot()).isEmpty();
        assertThat(browser.inPageFetch(at("/")).status()).isZero();
        assertThat(browser.alive()).isFalse();
        assertThat(guard.held()).isFalse();
        browser.forget();
        guard.close();
        assertThat(browser.guard(READS, uri -> false).held()).isFalse();
        browser.close();
    }

    @Test
    void aHostToBeKeptAwayFromIsNeverReachedThoughItIsPinned(@TempDir Path folder) {
        PinRule pin = site.plan().pins().get(0);
        SessionPlan away = new SessionPlan(
                List.of(pin, new PinRule("counts.test", 443, pin.address(), pin.toPort())),
                false,
                site.plan().trustedSpki(),
                "",
                Set.of("counts.test"));
        site.page("/counted", "<script src=https://counts.test/hit.js></script>");
        try (Browser browser = Sessions.open(folder, away)) {
            PageObservation page = browser.open(at("/counted"));

            assertThat(page.resources()).singleElement().satisfies(hit -> {
                assertThat(hit.uri().getHost()).isEqualTo("counts.test");
                assertThat(hit.failure()).isEqualTo("net::ERR_NAME_NOT_RESOLVED");
            });
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsUntrusted(@TempDir Path folder) {
        SessionPlan distrusting = new SessionPlan(site.plan().pins(), true, Optional.empty(), "");
        try (Browser browser = Sessions.open(folder, distrusting)) {
            PageObservation page = browser.open(at("/"));

            assertThat(page.trouble()).isEqualTo(Trouble.UNTRUSTED);
            assertThat(page.detail()).isEqualTo("net::ERR_CERT_AUTHORITY_INVALID");
            assertThat(page.uri()).isEqualTo(at("/"));
            assertThat(page.status()).isZero();
        }
    }

    @Test
    void aPageThatDoesNotLoadInItsTimeIsTimedOutAndTheBrowserIsStillUsable(@TempDir Path folder) {
        site.slow("/slow", Duration.ofSeconds(5));
        BrowserSettings hasty = Sessions.settings().limits(Duration.ofSeconds(1), Duration.ofSeconds(1));
        site.page("/to-slow", "<a href=/slow>x</a>");
        try (Browser browser = Sessions.open(folder, site.plan(), hasty)) {
            assertThat(browser.open(at("/slow")).trouble()).isEqualTo(Trouble.TIMED_OUT);
            assertThat(browser.open(at("/to-slow")).trouble()).isEqualTo(Trouble.NONE);
            assertThat(browser.click("a")).isInstanceOf(Acted.TimedOut.class);
            assertThat(browser.open(at("/")).html()).contains("home");
        }
    }

    @Test
    void withoutABrowserTheCommandIsNamed(@TempDir Path folder) {
        DriverSource none = (kind, most) -> new DriverSource.Brought(Optional.empty(), Optional.empty(), "none");
        BrowserFinder finder = new BrowserFinder(new Bare(), none, line -> {});
        Browsers browsers = new Browsers(
                BrowserSettings.usual().install(Install.NEVER),
                SessionPlan.plain(),
                finder,
                new Leases(folder),
                Clock.systemUTC());

        assertThat(browsers.open()).isInstanceOfSatisfying(Browsers.Opened.Unavailable.class, told -> {
            assertThat(told.sentence()).contains("no browser");
            assertThat(told.because()).contains("browser.install=never");
            assertThat(told.toDo()).isNotEmpty();
        });
    }

    @Test
    void aBrowserThatDoesNotStartIsToldAndLeavesNothing(@TempDir Path folder, @TempDir Path bin) throws IOException {
        Path broken = Files.writeString(bin.resolve("chromium"), "#!/bin/sh\nexit 3\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        Path driver = Files.writeString(bin.resolve("chromedriver"), "#!/bin/sh\nexec /usr/bin/chromedriver \"$@\"\n");
        assertThat(driver.toFile().setExecutable(true)).isTrue();
        Browsers browsers = Sessions.browsers(folder, SessionPlan.plain(), Sessions.settings(), bin.toString());

        assertThat(browsers.open()).isInstanceOfSatisfying(Browsers.Opened.Unavailable.class, told -> {
            assertThat(told.sentence()).contains("does not start", broken.toString());
            assertThat(told.because()).contains("session not created");
            assertThat(told.toDo()).startsWith(broken.toString());
        });
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static boolean gone(List<ProcessHandle> processes) {
        return new Patience(Duration.ofSeconds(3), Duration.ofMillis(10))
                .waitFor("processes to end", () -> processes.stream().noneMatch(BrowsersTest::runs), gone -> gone)
                .ended();
    }

    /** A process that has ended and waits for its parent to notice has no program. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static URI at(String path) {
        return URI.create("https://" + LittleSite.HOST + path);
    }

    /** A machine on which nothing is installed. */
    private static final class Bare implements Machine {

        @Override
        public String system() {
            return "Linux";
        }

        @Override
        public Optional<String> variable(String name) {
            return Optional.empty();
        }

        @Override
        public boolean root() {
            return false;
        }

        @Override
        public boolean executable(Path file) {
            return false;
        }

        @Override
        public Optional<String> text(Path file) {
            return Optional.empty();
        }

        @Override
        public Ran run(List<String> command, Map<String, String> environment, Duration atMost) {
            throw new AssertionError("nothing may be run: " + command);
        }
    }
}
