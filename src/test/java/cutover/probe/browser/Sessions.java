package cutover.probe.browser;

import cutover.probe.browser.find.BrowserFinder;
import cutover.probe.browser.find.BrowserSettings;
import cutover.probe.browser.find.DriverSource;
import cutover.probe.browser.find.Install;
import cutover.probe.browser.find.LocalMachine;
import cutover.probe.browser.lease.Leases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Real sessions for tests. */
final class Sessions {

    private Sessions() {}

    static Browsers browsers(Path folder, SessionPlan plan) {
        return new Browsers(
                BrowserSettings.usual().install(Install.NEVER),
                plan,
                new BrowserFinder(
                        new LocalMachine(Map.of("PATH", "/usr/bin:/usr/local/bin")),
                        (kind, most) -> new DriverSource.Brought(Optional.empty(), Optional.empty(), "not asked"),
                        line -> {}),
                new Leases(folder),
                Clock.systemUTC());
    }

    static Browser open(Path folder, SessionPlan plan) {
        return browsers(folder, plan).open().fold(Browsers.Opened.Ready::browser, none -> {
            throw new AssertionError(none.toString());
        });
    }
}
