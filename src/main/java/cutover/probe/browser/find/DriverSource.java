package cutover.probe.browser.find;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Somebody who can fetch what the machine lacks. */
public interface DriverSource {

    /**
     * Asks for a driver, and for a browser where none is installed.
     *
     * @param kind the family of the browser
     * @param atMost limit for all of it
     */
    Brought bring(BrowserKind kind, Duration atMost);

    /**
     * What was brought.
     *
     * @param browser empty when none was brought
     * @param driver empty when none was brought
     * @param told how it went, in a few words
     */
    record Brought(Optional<Path> browser, Optional<Path> driver, String told) {}
}
