package cutover.probe.browser.lease;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process, told apart from a later one that got the same number.
 *
 * @param pid its number
 * @param start when it began; systems know it to about a second
 * @param command its executable, or empty when the system does not tell
 */
record ProcessMark(long pid, Instant start, String command) {

    private static final Duration CLOCK_NOISE = Duration.ofSeconds(2);

    static Optional<ProcessMark> of(ProcessHandle process) {
        return process.info().startInstant().map(start -> new ProcessMark(process.pid(), start, executable(process)));
    }

    /** The very same process, when it still runs. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::same);
    }

    private boolean same(ProcessHandle process) {
        return of(process)
                .filter(other -> Duration.between(start, other.start).abs().compareTo(CLOCK_NOISE) <= 0)
                .filter(other -> other.command.equals(command))
                .isPresent();
    }

    private static String executable(ProcessHandle process) {
        return process.info().command().orElse("");
    }

    /** The whole command line, as far as the system tells; its parts are joined by blanks. */
    static String commandLine(ProcessHandle process) {
        try {
            byte[] raw = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
            return new String(raw, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
