package cutover.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    @TempDir
    Path folder;

    @Test
    void allReportsLieBesideTheJournalAndCanBeWrittenAgain() throws IOException {
        evidence(folder);
        ReportFiles.write(folder, SampleRun.troubled().reported());
        List<Path> files = ReportFiles.write(folder, SampleRun.troubled().reported());
        assertThat(files)
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly("report.html", "report.json", "summary.md");
        assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(Files.readString(files.get(0)))
                .contains("HTTP/1.1 500 Internal Server Error")
                .contains("data:image/png;base64,iVBOR");
    }

    static void evidence(Path folder) throws IOException {
        Path evidence = Files.createDirectories(folder.resolve("evidence"));
        Files.writeString(
                evidence.resolve("L6-exchange.txt"),
                "GET /health/error?run=20260112T200000Z-7c2f HTTP/1.1\nHost: temp.clearmyrecord.org\n\n"
                        + "HTTP/1.1 500 Internal Server Error\nContent-Type: text/html\n\n<h1>Server Error (500)</h1>\n");
        BufferedImage page = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 640, 360);
        pen.setColor(Color.BLACK);
        pen.drawString("Server Error (500)", 40, 60);
        pen.dispose();
        ImageIO.write(page, "png", evidence.resolve("L6-page.png").toFile());
        Files.writeString(evidence.resolve("L11.pdf"), "%PDF-1.6\n%%EOF\n");
    }
}
