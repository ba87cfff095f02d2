package cutover.junit;

import cutover.environment.Environment;
import cutover.environment.Pin;
import cutover.environment.Trust;
import cutover.probe.browser.Browsers;
import cutover.probe.browser.PinRule;
import cutover.probe.browser.SessionPlan;
import cutover.probe.browser.find.BrowserFinder;
import cutover.probe.browser.find.BrowserSettings;
import cutover.probe.browser.find.Install;
import cutover.probe.browser.find.LocalMachine;
import cutover.probe.browser.find.SeleniumManagerSource;
import cutover.probe.browser.lease.Leases;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Browsers as the caller's settings and the environment want them. */
final class Browserage {

    /** More would only wait for the processors of a small machine. */
    private static final int AT_ONCE = 2;

    private final RunSettings settings;
    private final Clock clock;
    private final Consumer<String> console;
    private final Leases leases;

    Browserage(RunSettings settings, Clock clock, Consumer<String> console, Leases leases) {
        this.settings = settings;
        this.clock = clock;
        this.console = console;
        this.leases = leases;
    }

    BrowserPool pool(Environment environment) {
        BrowserSettings wanted = new BrowserSettings(
                settings.grid().map(URI::create),
                settings.installBrowser() ? Install.AUTO : Install.NEVER,
                true,
                environment.deadlines().page(),
                Duration.ofSeconds(10));
        SessionPlan plan = new SessionPlan(
                environment.pins().stream()
                        .filter(pin -> !pin.ofAddress())
                        .map(Browserage::rule)
                        .toList(),
                environment.rehearsal(),
                environment.trust().map(Trust::spki),
                Run.agent(settings.run()),
                environment.sites().values().stream()
                        .flatMap(site -> site.analyticsHosts().stream())
                        .collect(Collectors.toSet()));
        BrowserFinder finder =
                new BrowserFinder(new LocalMachine(System.getenv()), new SeleniumManagerSource(), console);
        return new BrowserPool(new Browsers(wanted, plan, finder, leases, clock), AT_ONCE);
    }

    private static PinRule rule(Pin pin) {
        return new PinRule(pin.host(), pin.port(), pin.address(), pin.toPort());
    }
}
