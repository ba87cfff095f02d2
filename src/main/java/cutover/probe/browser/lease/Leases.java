package cutover.probe.browser.lease;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder in which each run notes what it started. A run that was killed leaves its notes; the next one reads them, ends
 * the processes that still are what the note says, and removes the profiles.
 */
public final class Leases {

    private static final String ENDING = ".lease";

    private final Path folder;

    /** @param folder for notes and profiles; made when missing; runs may share it */
    public Leases(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Notes a browser of this process before it is started, and makes its profile folder. */
    public Lease take() {
        try {
            Files.createDirectories(folder);
            ProcessMark owner = ProcessMark.of(ProcessHandle.current())
                    .orElseThrow(() -> new IllegalStateException("this system does not tell when processes began"));
            Path file = Files.createTempFile(folder, "b", ENDING);
            String name = file.getFileName().toString();
            Path profile = folder.resolve(name.substring(0, name.length() - ENDING.length()));
            Lease lease = new Lease(file, profile, owner);
            lease.holds(List.of());
            Files.createDirectories(profile);
            return lease;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a browser profile in " + folder, e);
        }
    }

    /** Ends and removes what runs that are gone have left; what belongs to a living run is not touched. */
    public Reaped reap() {
        Reaped sum = new Reaped(0, 0, List.of());
        for (Path file : notes()) {
            Optional<Lease.Noted> noted = Lease.read(file);
            if (noted.isPresent() && noted.get().owner().alive().isEmpty()) {
                sum = sum.plus(reap(file, noted.get()));
            }
        }
        return sum;
    }

    private static Reaped reap(Path file, Lease.Noted noted) {
        List<ProcessHandle> processes = new ArrayList<>();
        noted.processes().forEach(mark -> mark.alive().ifPresent(processes::add));
        // helpers that were started after the note was written carry the profile's folder in their command
        Leftovers.using(noted.profile()).stream()
                .filter(process -> !processes.contains(process))
                .forEach(processes::add);
        boolean had = Files.exists(noted.profile());
        List<String> stays = new ArrayList<>();
        if (!Leftovers.end(processes)) {
            stays.add("processes of " + file.getFileName() + " do not end");
        } else if (!Leftovers.remove(noted.profile())) {
            stays.add(noted.profile() + " cannot be removed");
        } else {
            Leftovers.remove(file);
        }
        return new Reaped(processes.size(), had ? 1 : 0, stays);
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
     * @param profiles how many folders were removed
     * @param stays what could not be ended or removed, one sentence each
     */
    public record Reaped(int processes, int profiles, List<String> stays) {

        public Reaped {
            stays = List.copyOf(stays);
        }

        Reaped plus(Reaped other) {
            List<String> all =
                    Stream.concat(stays.stream(), other.stays.stream()).toList();
            return new Reaped(processes + other.processes, profiles + other.profiles, all);
        }
    }
}
