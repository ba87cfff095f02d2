package cutover.junit;

import cutover.patience.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What runs on this machine. */
final class Running {

    private static final Patience A_MOMENT = new Patience(Duration.ofSeconds(5), Duration.ofMillis(20));

    private Running() {}

    /** Processes other than this one whose command holds the text; those that are just ending are given a moment. */
    static List<ProcessHandle> naming(String text) {
        return A_MOMENT.waitFor("processes to end", () -> now(text), List::isEmpty)
                .last()
                .orElseThrow();
    }

    /** Waits until such a process is there. */
    static List<ProcessHandle> await(String text) {
        return A_MOMENT.waitFor("a process", () -> now(text), found -> !found.isEmpty())
                .last()
                .orElseThrow();
    }

    private static List<ProcessHandle> now(String text) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> command(process).contains(text))
                .toList();
    }

    private static String command(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
