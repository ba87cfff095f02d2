package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.Unknown;
import cutover.probe.browser.Browser;
import cutover.probe.browser.Browsers;
import cutover.probe.browser.SessionPlan;
import cutover.probe.browser.find.BrowserFinder;
import cutover.probe.browser.find.BrowserSettings;
import cutover.probe.browser.find.DriverSource;
import cutover.probe.browser.find.Install;
import cutover.probe.browser.find.LocalMachine;
import cutover.probe.browser.lease.Leases;
import cutover.runbook.StepFinished;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserPoolTest {

    /** A Grid that refuses is the quickest way to have no browser. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @TempDir
    private Path folder;

    @Test
    void aBrowserIsHandedOnAndOneThatDiedIsReplaced() {
        try (BrowserPool pool = pool(Optional.empty())) {
            Browser first = borrowed(pool);
            pool.giveBack(first);
            Browser same = borrowed(pool);
            assertThat(same).isSameAs(first);

            kill();
            pool.giveBack(same);
            Browser second = borrowed(pool);
            assertThat(second).isNotSameAs(first);
            assertThat(second.alive()).isTrue();

            pool.giveBack(second);
            kill();
            Browser third = borrowed(pool);
            assertThat(third).isNotSameAs(second);
            assertThat(third.alive()).isTrue();
            pool.giveBack(third);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aBrowserThatCannotBeHadTakesNoPlace() {
        try (BrowserPool pool = pool(Optional.of(NOBODY))) {
            for (int i = 0; i < 3; i++) {
                assertThat(pool.borrow()).isInstanceOf(Browsers.Opened.Unavailable.class);
            }
        }
    }

    @Test
    void aStepWithoutABrowserCannotTellAndNamesTheCommand() {
        FixtureRuns runs = new FixtureRuns(folder);
        runs.run("none", Map.of("browser.grid", NOBODY.toString()), WantsABrowser.class);

        assertThat(runs.journal("none"))
                .filteredOn(StepFinished.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        StepFinished.class,
                        finished -> assertThat(finished.findings())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Unknown.class,
                                        unknown -> assertThat(unknown.toDo())
                                                .contains("curl -s http://127.0.0.1:1/status")));
    }

    private BrowserPool pool(Optional<URI> grid) {
        DriverSource none = (kind, most) -> new DriverSource.Brought(Optional.empty(), Optional.empty(), "not asked");
        BrowserFinder finder = new BrowserFinder(new LocalMachine(System.getenv()), none, line -> {});
        BrowserSettings settings =
                new BrowserSettings(grid, Install.NEVER, true, Duration.ofSeconds(20), Duration.ofSeconds(10));
        return new BrowserPool(
                new Browsers(settings, SessionPlan.plain(), finder, new Leases(folder), Clock.systemUTC()), 1);
    }

    private static Browser borrowed(BrowserPool pool) {
        return pool.borrow().fold(Browsers.Opened.Ready::browser, none -> {
            throw new AssertionError(none.toString());
        });
    }

    private void kill() {
        assertThat(Running.await(folder.toString())).isNotEmpty().allMatch(ProcessHandle::destroyForcibly);
        assertThat(Running.naming(folder.toString())).isEmpty();
    }

    static class WantsABrowser {
        @Step("L5")
        void test(Workbench bench) {
            assertThat(bench.browser()).isEmpty();
        }
    }
}
