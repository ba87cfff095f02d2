package cutover.report;

import cutover.finding.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the report finds the content of evidence. */
public interface EvidenceSource {

    /** The content, cut after so many bytes; empty when it is not there. */
    Optional<byte[]> read(Evidence evidence, int atMost);

    /** The size in bytes; zero when it is not there. */
    long size(Evidence evidence);

    /** The files of a run's folder; nothing outside of it is read, whatever a path says. */
    static EvidenceSource in(Path folder) {
        return new InFolder(folder.toAbsolutePath().normalize());
    }

    /** The files of one folder. */
    record InFolder(Path folder) implements EvidenceSource {

        @Override
        public Optional<byte[]> read(Evidence evidence, int atMost) {
            return file(evidence).flatMap(file -> {
                try (InputStream in = Files.newInputStream(file)) {
                    return Optional.of(in.readNBytes(atMost));
                } catch (IOException e) {
                    return Optional.empty();
                }
            });
        }

        @Override
        public long size(Evidence evidence) {
            try {
                Optional<Path> file = file(evidence);
                return file.isPresent() ? Files.size(file.get()) : 0;
            } catch (IOException e) {
                return 0;
            }
        }

        private Optional<Path> file(Evidence evidence) {
            try {
                return Optional.of(folder.resolve(evidence.path()).normalize())
                        .filter(file -> file.startsWith(folder))
                        .filter(Files::isRegularFile);
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
    }
}
