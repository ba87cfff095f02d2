package cutover.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the reports of rollback drills. */
public final class DrillsReport {

    /** What the last run of any other kind has left under the names that don't change; it says nothing of drills. */
    private static final List<String> OTHERS = List.of("report.json", "decision.json");

    private DrillsReport() {}

    /**
     * Writes {@code drills.html}, {@code drills.json} and {@code summary.md} into the run's folder, and beside the runs'
     * folders the same under the names that don't change, the page as {@code report.html}.
     *
     * @param folder of the run; those that looked lie beside it
     * @return the page, the one that lies in the run's folder
     * @throws UncheckedIOException if one cannot be written
     */
    public static Path write(Path folder, ReportedDrills drills) {
        Path all = folder.toAbsolutePath().getParent();
        String json = DrillsJson.of(drills);
        String summary = DrillsMarkdown.of(drills);
        file(folder.resolve("drills.json"), json);
        file(folder.resolve("summary.md"), summary);
        file(all.resolve("report.html"), html(drills, ""));
        file(all.resolve("drills.json"), json);
        file(all.resolve("summary.md"), summary);
        OTHERS.forEach(other -> remove(all.resolve(other)));
        return file(folder.resolve("drills.html"), html(drills, "../"));
    }

    private static String html(ReportedDrills drills, String runs) {
        return HtmlTemplate.filled("drills.html.peb", new DrillsPageMaker(drills, runs).page());
    }

    private static Path file(Path file, String text) {
        try {
            return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + file + " cannot be written", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is of another run and cannot be removed", e);
        }
    }
}
