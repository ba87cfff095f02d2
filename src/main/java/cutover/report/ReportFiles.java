package cutover.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes all reports of a run beside its journal. */
public final class ReportFiles {

    private ReportFiles() {}

    /**
     * Writes {@code report.html}, {@code report.json} and {@code summary.md}, over those of an earlier call.
     *
     * @param folder the folder of the run, to which the paths of its evidence are relative
     * @return the files, the one for people first
     * @throws UncheckedIOException if one cannot be written
     */
    public static List<Path> write(Path folder, ReportedRun run) {
        return List.of(
                file(folder.resolve("report.html"), HtmlReport.of(run, EvidenceSource.in(folder))),
                file(folder.resolve("report.json"), JsonReport.of(run)),
                file(folder.resolve("summary.md"), MarkdownReport.of(run)));
    }

    private static Path file(Path file, String text) {
        try {
            return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + file + " cannot be written", e);
        }
    }
}
