package cutover.junit;

import cutover.finding.Evidence;
import cutover.finding.EvidenceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The evidence of one step, as files in the run's folder that are never overwritten. */
final class EvidenceFolder implements EvidenceStore {

    private static final Map<String, String> ENDINGS =
            Map.of("image/png", "png", "application/pdf", "pdf", "text/html", "html", "application/json", "json");

    private final Path runFolder;
    private final String step;
    private final UnaryOperator<String> mask;
    private final Consumer<Evidence> kept;

    /**
     * @param mask applied to titles and to all that is text
     * @param kept told of each file after it was written
     */
    EvidenceFolder(Path runFolder, String step, UnaryOperator<String> mask, Consumer<Evidence> kept) {
        this.runFolder = runFolder;
        this.step = step;
        this.mask = mask;
        this.kept = kept;
    }

    @Override
    public Evidence text(String title, String text) {
        return keep(title, "text/plain", mask.apply(text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Evidence bytes(String title, String mediaType, byte[] content) {
        return keep(title, mediaType, content);
    }

    private Evidence keep(String title, String mediaType, byte[] content) {
        String masked = mask.apply(title);
        String slug =
                masked.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String stem = step + "-" + slug.substring(0, Math.min(60, slug.length()));
        String ending = ENDINGS.getOrDefault(mediaType, "txt");
        Path folder = runFolder.resolve("evidence");
        try {
            Files.createDirectories(folder);
            for (int copy = 1; ; copy++) {
                String name = stem + (copy == 1 ? "" : "-" + copy) + "." + ending;
                try {
                    Files.write(folder.resolve(name), content, StandardOpenOption.CREATE_NEW);
                    Evidence evidence = new Evidence(masked, "evidence/" + name, mediaType);
                    kept.accept(evidence);
                    return evidence;
                } catch (FileAlreadyExistsException e) {
                    // another attempt of the step kept something of that title: both are evidence
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("evidence could not be kept in " + folder, e);
        }
    }
}
