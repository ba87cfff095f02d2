package cutover.probe.browser.find;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person can choose about the browser.
 *
 * @param grid address of a Selenium Grid; when present no local browser is looked for
 * @param install whether the distribution's package may be installed
 * @param headless false shows the window, for somebody who wants to watch
 * @param pageLoad limit for one page to load
 * @param act limit for one act: an element to appear, to become clickable, a script to end
 */
public record BrowserSettings(Optional<URI> grid, Install install, boolean headless, Duration pageLoad, Duration act) {

    public BrowserSettings {
        demandPositive("page load", pageLoad);
        demandPositive("act", act);
        grid.ifPresent(BrowserSettings::demandHttp);
    }

    /** No Grid, installing allowed, headless, 30 s for a page, 10 s for an act. */
    public static BrowserSettings usual() {
        return new BrowserSettings(
                Optional.empty(), Install.AUTO, true, Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    /** The same with another rule for installing. */
    public BrowserSettings install(Install rule) {
        return new BrowserSettings(grid, rule, headless, pageLoad, act);
    }

    /** The same on a Selenium Grid. */
    public BrowserSettings grid(URI address) {
        return new BrowserSettings(Optional.of(address), install, headless, pageLoad, act);
    }

    /** The same with other limits for a page to load and for one act. */
    public BrowserSettings limits(Duration forPage, Duration forAct) {
        return new BrowserSettings(grid, install, headless, forPage, forAct);
    }

    private static void demandPositive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("the browser's limit for " + what + " must be positive: " + duration);
        }
    }

    private static void demandHttp(URI grid) {
        if (grid.getHost() == null || !("http".equals(grid.getScheme()) || "https".equals(grid.getScheme()))) {
            throw new IllegalArgumentException("browser.grid must be an http or https address: " + grid);
        }
    }
}
