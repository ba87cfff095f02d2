package cutover.probe.browser.find;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the search asks of the machine that it runs on. */
public interface Machine {

    /** The name of the operating system as Java gives it: "Linux", "Mac OS X", "Windows 11". */
    String system();

    /** One environment variable; empty when unset or blank. */
    Optional<String> variable(String name);

    /** True for root on a Unix-like system. */
    boolean root();

    /** True for a file that may be executed. */
    boolean executable(Path file);

    /** The text of a small file; empty when it cannot be read. */
    Optional<String> text(Path file);

    /**
     * Runs a program to its end, or ends it with its children when the time is over.
     *
     * @param environment added to the machine's own
     */
    Ran run(List<String> command, Map<String, String> environment, Duration atMost);

    /**
     * How a program ended.
     *
     * @param ended false when it could not be started or was ended because the time was over
     * @param code exit code; -1 when it did not end by itself
     * @param output both output streams, or why it could not be started
     */
    record Ran(boolean ended, int code, String output) {

        /** True when it ended by itself with code 0. */
        public boolean fine() {
            return ended && code == 0;
        }
    }
}
