package cutover.probe.browser;

import java.io.UncheckedIOException;
import java.util.List;
import org.openqa.selenium.WebDriverException;

/** Ends driver and browser and removes the profile, whatever state they are in. */
final class Ending {

    private final Started started;

    Ending(Started started) {
        this.started = started;
    }

    void end() {
        List<ProcessHandle> processes = started.processes();
        if (started.answers()) {
            quit();
        }
        started.lease().ifPresent(lease -> lease.release(processes));
    }

    private void quit() {
        try {
            started.driver().quit();
        } catch (WebDriverException | UncheckedIOException e) {
            // it was gone before; what is left of it is ended with the lease
            started.kill();
        }
    }
}
