package cutover.probe.browser.lease;

import cutover.patience.Patience;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Ends processes and removes folders, patiently: a browser that is going down still writes into its profile. */
final class Leftovers {

    private static final Duration TIDIED_WITHIN = Duration.ofSeconds(2);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(5);

    private Leftovers() {}

    /** All processes whose command line names the folder: browser, its helpers, and those that left the family. */
    static List<ProcessHandle> using(Path folder) {
        String name = folder.toAbsolutePath().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> ProcessMark.commandLine(process).contains(name))
                .toList();
    }

    /** Asks them to end, which leaves a database and a browser time to tidy up, then ends those that do not. */
    static boolean endGently(Collection<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        return gone(processes, TIDIED_WITHIN) || end(processes);
    }

    /** Ends them at once and waits until they are gone; false when some outlive the wait. */
    static boolean end(Collection<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        return gone(processes, GONE_WITHIN);
    }

    private static boolean gone(Collection<ProcessHandle> processes, Duration within) {
        return new Patience(within, Duration.ofMillis(20))
                .waitFor("processes to end", () -> processes.stream().noneMatch(Leftovers::runs), gone -> gone)
                .ended();
    }

    /** False also for a process that has ended and only waits to be noticed by its parent: it has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Removes a file or a folder with all that is in it, following no link; false when something stays. */
    static boolean remove(Path path) {
        return new Patience(GONE_WITHIN, Duration.ofMillis(50))
                .waitFor(path + " to be gone", () -> removedNow(path), gone -> gone)
                .ended();
    }

    private static boolean removedNow(Path path) {
        try {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(path, new Removing());
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static final class Removing extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
