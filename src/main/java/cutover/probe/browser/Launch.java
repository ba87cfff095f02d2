package cutover.probe.browser;

import cutover.probe.browser.find.BrowserKind;
import cutover.probe.browser.find.BrowserSearch;
import cutover.probe.browser.find.BrowserSettings;
import cutover.probe.browser.lease.Lease;
import cutover.probe.browser.lease.Leases;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumOptions;
import org.openqa.selenium.edge.EdgeDriver;
import org.openqa.selenium.edge.EdgeDriverService;
import org.openqa.selenium.edge.EdgeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.service.DriverService;

/** Starts one driver with one browser, local or on a Grid. */
final class Launch {

    private static final Duration SPARE = Duration.ofSeconds(30);

    /** The path of a socket has about a hundred characters at most, and the browser appends half of them. */
    private static final int LONGEST_PLACE = 55;

    private final BrowserSettings settings;
    private final ChromiumFlags flags;
    private final Leases leases;

    Launch(BrowserSettings settings, SessionPlan plan, Leases leases) {
        this.settings = settings;
        this.flags = new ChromiumFlags(settings, plan);
        this.leases = leases;
    }

    /** @throws WebDriverException when it does not start; nothing is left behind then */
    Started start(BrowserSearch.Found found) {
        return found.grid().map(this::onGrid).orElseGet(() -> local(found));
    }

    private Started onGrid(URI grid) {
        ChromeOptions options = flags.on(new ChromeOptions(), Optional.empty());
        RemoteWebDriver driver = new RemoteWebDriver(address(grid), options, client(), false);
        return Started.onGrid(driver);
    }

    private static URL address(URI grid) {
        try {
            return grid.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("browser.grid is no http address: " + grid, e);
        }
    }

    private Started local(BrowserSearch.Found found) {
        Lease lease = leases.take();
        try {
            Started started = found.kind() == BrowserKind.EDGE ? edge(found, lease) : chrome(found, lease);
            lease.holds(started.first());
            return started;
        } catch (WebDriverException e) {
            lease.release(List.of());
            throw e;
        }
    }

    private Started chrome(BrowserSearch.Found found, Lease lease) {
        ChromeDriverService service = prepared(new ChromeDriverService.Builder(), found, lease);
        ChromeOptions options = local(new ChromeOptions(), found, lease);
        return started(new ChromeDriver(service, options, client()), service, lease);
    }

    private Started edge(BrowserSearch.Found found, Lease lease) {
        EdgeDriverService service = prepared(new EdgeDriverService.Builder(), found, lease);
        EdgeOptions options = local(new EdgeOptions(), found, lease);
        return started(new EdgeDriver(service, options, client()), service, lease);
    }

    private <O extends ChromiumOptions<O>> O local(O options, BrowserSearch.Found found, Lease lease) {
        options.setBinary(found.binary().orElseThrow().toFile());
        return flags.on(options, Optional.of(lease.folder()));
    }

    private static <S extends DriverService, B extends DriverService.Builder<S, B>> S prepared(
            B builder, BrowserSearch.Found found, Lease lease) {
        // a log inside the profile puts the profile's path into the driver's command line, by which a later run knows
        // it
        File log = lease.folder().resolve("driver.log").toFile();
        return builder.usingDriverExecutable(found.driver().map(Path::toFile).orElseThrow())
                .withLogFile(log)
                .withEnvironment(places(lease.folder()))
                .usingAnyFreePort()
                .build();
    }

    /** Where else a browser writes: sockets' folders for the time it runs, and a database of crashes that stays. */
    private static Map<String, String> places(Path folder) {
        Map<String, String> places = new HashMap<>(Map.of("CHROME_CONFIG_HOME", folder.toString()));
        if (folder.toString().length() <= LONGEST_PLACE) {
            places.put("TMPDIR", folder.toString());
        }
        return places;
    }

    private static Started started(RemoteWebDriver driver, DriverService service, Lease lease) {
        String port = "--port=" + service.getUrl().getPort();
        Optional<ProcessHandle> server = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(port))
                .findFirst();
        return Started.here(driver, lease, server);
    }

    private ClientConfig client() {
        return ClientConfig.defaultConfig().readTimeout(settings.pageLoad().plus(SPARE));
    }
}
