package cutover.junit;

import cutover.config.Sources;
import cutover.twin.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A twin with a folder of its own, both gone when closed. */
final class RunningTwin implements AutoCloseable {

    private static final Pattern REHEARSAL = Pattern.compile("(?m)^rehearsal:\\s*true\\s*$");

    private final Twin twin;
    private final Path folder;

    private RunningTwin(Twin twin, Path folder) {
        this.twin = twin;
        this.folder = folder;
    }

    /** Whether the environment's file asks for the twin; read as text, because its values are the twin's to give. */
    static boolean isWanted(RunSettings settings) {
        Path file = settings.environmentFile();
        try {
            return Files.exists(file)
                    && REHEARSAL.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            return false;
        }
    }

    /** @param lease told of the twin's folder before anything is written to it */
    static RunningTwin start(Clock clock, RandomGenerator random, Path folder) {
        try {
            Files.createDirectories(folder);
            return new RunningTwin(Twin.start(clock, random, folder), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            remove(folder);
            throw e;
        }
    }

    Twin twin() {
        return twin;
    }

    Sources sources() {
        return Sources.of(twin.values(), twin.secrets());
    }

    @Override
    public void close() {
        twin.close();
        remove(folder);
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // what can't be deleted now lies in the system's folder for temporary files, and the next run tries again
        }
    }
}
