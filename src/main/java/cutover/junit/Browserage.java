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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** Browsers as the caller's settings and the environment want them, and the place where a run leaves its notes. */
final class Browserage {

    /** More would only wait for the processors of a small machine. */
    private static final int AT_ONCE = 2;

    private final RunSettings settings;
    private final Clock clock;
    private final Consumer<String> console;
    private final Leases leases;
    private final Path folder;

    Browserage(RunSettings settings, Clock clock, Consumer<String> console) {
        this.settings = settings;
        this.clock = clock;
        this.console = console;
        this.folder = Path.of(System.getProperty("java.io.tmpdir"), "cutover-" + System.getProperty("user.name"));
        this.leases = new Leases(folder);
    }

    /** Ends and removes what killed runs have left. */
    void reapLeftovers() {
        Leases.Reaped reaped = leases.reap();
        if (reaped.processes() + reaped.profiles() > 0) {
            console.accept("cleaned up after a run that was killed: " + reaped.processes() + " processes, "
                    + reaped.profiles() + " profiles");
        }
        reaped.stays().forEach(console);
    }

    /** A folder for a twin. */
    Path twinFolder() {
        return folder.resolve("twin-" + settings.run());
    }

    BrowserPool pool(Environment environment) {
        BrowserSettings wanted = new BrowserSettings(
                settings.gridAddress(),
                settings.installBrowser() ? Install.AUTO : Install.NEVER,
                true,
                environment.deadlines().page(),
                Duration.ofSeconds(10));
        SessionPlan plan = new SessionPlan(
                environment.pins().stream().map(Browserage::rule).toList(),
                environment.rehearsal(),
                environment.trust().map(Trust::spki),
                Run.agent(settings.run()));
        BrowserFinder finder =
                new BrowserFinder(new LocalMachine(System.getenv()), new SeleniumManagerSource(), console);
        return new BrowserPool(new Browsers(wanted, plan, finder, leases, clock), AT_ONCE);
    }

    private static PinRule rule(Pin pin) {
        return new PinRule(pin.host(), pin.port(), pin.address(), pin.toPort());
    }
}
