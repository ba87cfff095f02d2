package cutover.probe.browser;

import cutover.probe.browser.lease.Lease;
import java.io.UncheckedIOException;
import org.openqa.selenium.WebDriverException;

/** Ends driver and browser and removes the profile, whatever state they are in. */
final class Ending {

    private final Started started;

    Ending(Started started) {
        this.started = started;
    }

    void end() {
        try {
            started.driver().quit();
        } catch (WebDriverException | UncheckedIOException e) {
            // it was gone before; what is left of it is ended below
            started.kill();
        }
        started.kill();
        started.lease().ifPresent(Lease::release);
    }
}
