package cutover.twin.site.pdf;

import cutover.twin.site.store.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Case details on paper, a page for each applicant, made anew for each request. */
public final class Printout {

    public byte[] of(List<Submission> people) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (Submission person : people) {
                add(document, font, person);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static void add(PDDocument document, PDFont font, Submission person) throws IOException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 16);
            content.newLineAtOffset(60, 720);
            content.showText("Case Details");
            content.setFont(font, 10);
            content.setLeading(16);
            line(content, "Name: " + person.fullName());
            line(content, "Date of Birth: " + person.birthDateText());
            line(content, "Social Security Number: " + person.ssn());
            line(content, "Phone: " + person.phone());
            line(content, "Email: " + person.email());
            for (var answer : new TreeMap<>(person.answers()).entrySet()) {
                line(content, answer.getKey().replace('_', ' ') + ": " + answer.getValue());
            }
            content.endText();
        }
    }

    private static void line(PDPageContentStream content, String text) throws IOException {
        content.newLine();
        content.showText(text);
    }
}
