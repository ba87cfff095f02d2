package cutover.probe.browser;

import cutover.patience.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/** Whether processes have ended; one that has but waits for its burial by the system counts as ended. */
public final class Ended {

    private Ended() {}

    public static boolean now(Collection<ProcessHandle> processes) {
        return processes.stream().noneMatch(Ended::running);
    }

    public static boolean soon(Collection<ProcessHandle> processes) {
        return Patience.atMost(Duration.ofSeconds(10))
                .waitFor("processes to end", () -> now(processes), ended -> ended)
                .ended();
    }

    private static boolean running(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return process.isAlive() && !stat.contains(") Z ");
        } catch (IOException e) {
            return process.isAlive();
        }
    }
}
