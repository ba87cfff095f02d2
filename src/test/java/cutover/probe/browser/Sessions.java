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

    static BrowserSettings settings() {
        return BrowserSettings.usual().install(Install.NEVER);
    }

    static Browsers browsers(Path folder, SessionPlan plan, BrowserSettings settings, String path) {
        DriverSource none = (kind, most) -> new DriverSource.Brought(Optional.empty(), Optional.empty(), "not asked");
        BrowserFinder finder = new BrowserFinder(new LocalMachine(Map.of("PATH", path)), none, line -> {});
        return new Browsers(settings, plan, finder, new Leases(folder), Clock.systemUTC());
    }

    static Browser open(Path folder, SessionPlan plan) {
        return open(folder, plan, settings());
    }

    static Browser open(Path folder, SessionPlan plan, BrowserSettings settings) {
        return browsers(folder, plan, settings, "/usr/bin").open().fold(Browsers.Opened.Ready::browser, none -> {
            throw new AssertionError(none.toString());
        });
    }
}
