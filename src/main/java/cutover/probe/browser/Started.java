package cutover.probe.browser;

import cutover.probe.browser.lease.Lease;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * A driver with its browser, and what must go when they go.
 *
 * @param lease empty on a Grid
 * @param server the driver's own process; empty on a Grid
 */
record Started(RemoteWebDriver driver, Optional<Lease> lease, Optional<ProcessHandle> server) {

    /** Driver, browser and its helpers as they run now. */
    List<ProcessHandle> processes() {
        return server.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    /** False when the driver's process is gone: then it cannot be asked, and Selenium would try for seconds. */
    boolean answers() {
        return server.map(ProcessHandle::isAlive).orElse(true);
    }

    /** Ends them without asking; what the driver was busy with fails at once. */
    void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
