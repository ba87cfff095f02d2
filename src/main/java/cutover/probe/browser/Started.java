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
 * @param first driver and browser as they ran at the beginning
 */
record Started(
        RemoteWebDriver driver, Optional<Lease> lease, Optional<ProcessHandle> server, List<ProcessHandle> first) {

    static Started onGrid(RemoteWebDriver driver) {
        return new Started(driver, Optional.empty(), Optional.empty(), List.of());
    }

    static Started here(RemoteWebDriver driver, Lease lease, Optional<ProcessHandle> server) {
        return new Started(driver, Optional.of(lease), server, family(server));
    }

    /** Driver, browser and its helpers as they run now. */
    List<ProcessHandle> processes() {
        return Stream.concat(first.stream(), family(server).stream()).distinct().toList();
    }

    /** False when the driver's process is gone: then it cannot be asked, and Selenium would try for seconds. */
    boolean answers() {
        return server.map(ProcessHandle::isAlive).orElse(true);
    }

    /** Ends them without asking; what the driver was busy with fails at once. */
    void kill() {
        // looking for those that came later takes some milliseconds, in which an unguarded page could write
        first.forEach(ProcessHandle::destroyForcibly);
        family(server).forEach(ProcessHandle::destroyForcibly);
    }

    private static List<ProcessHandle> family(Optional<ProcessHandle> server) {
        return server.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }
}
