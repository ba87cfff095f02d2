package cutover.probe.browser.find;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds a browser without help, in this order: the configured Grid, an installed browser with its driver, Selenium
 * Manager, the distribution's package. What is found is not started.
 */
public final class BrowserFinder {

    private static final List<BrowserKind> ORDER =
            List.of(BrowserKind.CHROME, BrowserKind.CHROMIUM, BrowserKind.EDGE, BrowserKind.FIREFOX);
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Machine machine;
    private final DriverSource source;
    private final Consumer<String> console;
    private final Places places;
    private final Distribution distribution;

    /**
     * @param machine where to look
     * @param source asked when a browser or its driver is missing, never when {@code SE_OFFLINE} is "true"
     * @param console told one line before anything is installed
     */
    public BrowserFinder(Machine machine, DriverSource source, Consumer<String> console) {
        this.machine = machine;
        this.source = source;
        this.console = console;
        this.places = new Places(machine);
        this.distribution = new Distribution(machine);
    }

    /** Looks; with {@link Install#NEVER} it answers within 10 s whatever the machine and its network do. */
    public BrowserSearch find(BrowserSettings settings) {
        if (settings.grid().isPresent()) {
            return new BrowserSearch.Found(
                    BrowserKind.GRID,
                    Optional.empty(),
                    Optional.empty(),
                    settings.grid(),
                    "the Grid at " + settings.grid().get());
        }
        List<String> tried = new ArrayList<>();
        return installed(tried)
                .or(() -> brought(settings, tried))
                .or(() -> fromDistribution(settings, tried))
                .<BrowserSearch>map(found -> found)
                .orElseGet(() -> new BrowserSearch.NotFound(
                        "no browser that can be driven was found on this machine", distribution.command(), tried));
    }

    private Optional<BrowserSearch.Found> installed(List<String> tried) {
        for (BrowserKind kind : ORDER) {
            Optional<Path> browser = places.browser(kind);
            Optional<Path> driver = places.driver(kind);
            if (browser.isPresent() && driver.isPresent()) {
                return Optional.of(local(kind, browser.get(), driver.get(), "installed"));
            }
            browser.ifPresent(path -> tried.add(path + " has no " + Places.driverName(kind)));
        }
        if (tried.isEmpty()) {
            tried.add("no Chrome, Chromium, Edge or Firefox on the PATH or in the usual places");
        }
        return Optional.empty();
    }

    private Optional<BrowserSearch.Found> brought(BrowserSettings settings, List<String> tried) {
        if (machine.variable("SE_OFFLINE").filter("true"::equalsIgnoreCase).isPresent()) {
            tried.add("Selenium Manager was not asked because SE_OFFLINE is true");
            return Optional.empty();
        }
        BrowserKind kind = ORDER.stream()
                .filter(some -> places.browser(some).isPresent())
                .findFirst()
                .orElse(BrowserKind.CHROME);
        boolean lastHope = settings.install() == Install.AUTO && !distribution.canInstall();
        DriverSource.Brought brought = source.bring(kind, lastHope ? LONG : SHORT);
        Optional<Path> browser = places.browser(kind).or(brought::browser);
        if (browser.isPresent() && brought.driver().isPresent()) {
            return Optional.of(local(kind, browser.get(), brought.driver().get(), "by Selenium Manager"));
        }
        tried.add("Selenium Manager: " + brought.told());
        return Optional.empty();
    }

    private Optional<BrowserSearch.Found> fromDistribution(BrowserSettings settings, List<String> tried) {
        if (settings.install() == Install.NEVER) {
            tried.add("installing is forbidden by browser.install=never");
            return Optional.empty();
        }
        if (!distribution.canInstall()) {
            tried.add("only root on Debian or Ubuntu can install one from here");
            return Optional.empty();
        }
        console.accept("no browser found; installing the distribution's: " + distribution.command()
                + " (forbid it with -Dbrowser.install=never)");
        distribution.installNow().ifPresent(tried::add);
        List<String> again = new ArrayList<>();
        Optional<BrowserSearch.Found> found = installed(again);
        if (found.isEmpty()) {
            tried.addAll(again);
        }
        return found;
    }

    private static BrowserSearch.Found local(BrowserKind kind, Path browser, Path driver, String how) {
        return new BrowserSearch.Found(
                kind,
                Optional.of(browser),
                Optional.of(driver),
                Optional.empty(),
                how + ": " + browser + " with " + driver);
    }
}
