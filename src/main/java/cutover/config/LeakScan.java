package cutover.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Looks through the files of one folder, a piece at a time, with bytes taken as characters. */
final class LeakScan {

    private static final int PIECE = 4 << 20;
    /** How many times its own length a needle may take when every character of it is escaped, twice. */
    private static final int WIDEST = 12;

    private final Path folder;
    private final Needles needles;
    private final UnaryOperator<String> mask;
    private final Set<Leak> leaks = new LinkedHashSet<>();

    LeakScan(Path folder, Needles needles, UnaryOperator<String> mask) {
        this.folder = folder;
        this.needles = needles;
        this.mask = mask;
    }

    List<Leak> leaks() {
        if (needles.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .forEach(this::look);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ArrayList<>(leaks);
    }

    private void look(Path file) {
        String name = folder.relativize(file).toString();
        Path shown = Path.of(mask.apply(name));
        Sightings.in(name, needles).forEach(seen -> leaks.add(new Leak(shown, seen.label(), "in the file's name")));
        int overlap = needles.longest() * WIDEST;
        try (InputStream in = Files.newInputStream(file)) {
            String kept = "";
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                String text = kept + new String(piece, StandardCharsets.ISO_8859_1);
                Sightings.in(text, needles).forEach(seen -> leaks.add(new Leak(shown, seen.label(), seen.form())));
                kept = text.substring(Math.max(0, text.length() - overlap));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot be looked through: " + shown, unreadable);
        }
    }
}
