package cutover.probe.browser.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder in which each run notes what it started. A run that was killed leaves its notes; the next one reads them, ends
 * the processes that still are what the note says, and removes the folders.
 */
public final class Leases {

    private static final String ENDING = ".lease";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final AtomicBoolean abandoned = new AtomicBoolean();

    /** @param folder for notes and what they are about; made when missing; runs may share it */
    public Leases(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Notes something of this process before it is started, and makes its folder, which only this user can read.
     *
     * @throws IllegalStateException after {@link #abandon()}
     * @throws UncheckedIOException when nothing can be written there
     */
    public Lease take() {
        if (abandoned.get()) {
            throw new IllegalStateException("this process is ending and must not start anything");
        }
        try {
            makePrivately(folder);
            ProcessMark owner = ProcessMark.of(ProcessHandle.current())
                    .orElseThrow(() -> new IllegalStateException("this system does not tell when processes began"));
            Path file = Files.createTempFile(folder, "b", ENDING);
            String name = file.getFileName().toString();
            Path own = folder.resolve(name.substring(0, name.length() - ENDING.length()));
            Lease lease = new Lease(file, own, owner);
            lease.holds(List.of());
            makePrivately(own);
            return lease;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + folder, e);
        }
    }

    /** Ends and removes what runs that are gone have left; what belongs to a living run is not touched. */
    public Reaped reap() {
        return reap(noted -> noted.owner().alive().isEmpty());
    }

    /**
     * Ends and removes all that this process has taken here, for when it must end before it could release it. Nothing can
     * be taken from then on: threads that are still at work would only start another browser.
     */
    public Reaped abandon() {
        abandoned.set(true);
        ProcessHandle self = ProcessHandle.current();
        return reap(noted -> noted.owner().alive().filter(self::equals).isPresent());
    }

    private Reaped reap(Predicate<Lease.Noted> whose) {
        Reaped sum = new Reaped(0, 0, List.of());
        for (Path file : notes()) {
            Optional<Lease.Noted> noted = Lease.read(file);
            if (noted.filter(whose).isPresent()) {
                sum = sum.plus(reaped(file, noted.get()));
            }
        }
        return sum;
    }

    private static Reaped reaped(Path file, Lease.Noted noted) {
        List<ProcessHandle> processes = new ArrayList<>();
        noted.processes().forEach(mark -> mark.alive().ifPresent(processes::add));
        // helpers that were started after the note was written carry the folder in their command
        Leftovers.using(noted.folder()).stream()
                .filter(process -> !processes.contains(process))
                .forEach(processes::add);
        boolean had = Files.exists(noted.folder());
        List<String> stays = new ArrayList<>();
        if (!Leftovers.endGently(processes)) {
            stays.add("processes of " + file.getFileName() + " do not end");
        } else if (!Leftovers.remove(noted.folder())) {
            stays.add(noted.folder() + " cannot be removed");
        } else {
            Leftovers.remove(file);
        }
        return new Reaped(processes.size(), had ? 1 : 0, stays);
    }

    private static void makePrivately(Path folder) throws IOException {
        boolean rights = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = rights ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
        Files.createDirectories(folder, attributes);
    }

    private List<Path> notes() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /**
     * What a clean-up did.
     *
     * @param processes how many were ended
     * @param folders how many were removed
     * @param stays what could not be ended or removed, one sentence each
     */
    public record Reaped(int processes, int folders, List<String> stays) {

        public Reaped {
            stays = List.copyOf(stays);
        }

        Reaped plus(Reaped other) {
            List<String> all =
                    Stream.concat(stays.stream(), other.stays.stream()).toList();
            return new Reaped(processes + other.processes, folders + other.folders, all);
        }
    }
}
