package cutover.probe.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.pdf.NotPdf.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;

class PdfProbeTest {

    private final PdfProbe probe = new PdfProbe();

    private Reason reason(byte[] bytes) {
        return probe.read(bytes).fold(readable -> null, NotPdf::reason);
    }

    @Test
    void aWholePdfGivesPagesTextAndFields() {
        Readable seen = probe.read(pdf("")).fold(readable -> readable, none -> {
            throw new AssertionError(none);
        });
        assertThat(seen.pages()).isEqualTo(2);
        assertThat(seen.text()).contains("Ana María Gómez");
        assertThat(seen.formFields()).containsEntry("dob", "1990-01-02");
        assertThat(seen.version()).isEqualTo("1.6");
        assertThat(seen.encrypted()).isFalse();
        assertThat(seen.toString()).doesNotContain("Ana");
    }

    @Test
    void whatAPdfShowsIsLookedForAsWholeWordsInPrintAndInFields() {
        Readable seen = new Readable(
                1, "Name:  Ana Mari\u0301a\nGO\u00D3MEZ-Ruiz, born 1/2/1990", Map.of("phone", "415 555"), "1.6", false);

        assertThat(seen.shows("ana mar\u00EDa")).isTrue();
        assertThat(seen.shows("Mar\u00EDa Go\u00F3mez")).isTrue();
        assertThat(seen.shows("Ruiz")).isTrue();
        assertThat(seen.shows("415\u00A0555")).isTrue();
        assertThat(seen.shows("1/2/1990")).isTrue();
        assertThat(seen.shows("Ann")).isFalse();
        assertThat(seen.shows("An")).isFalse();
        assertThat(seen.shows("ia Gómez")).isFalse();
        assertThat(seen.shows("1/2/199")).isFalse();
    }

    @Test
    void base64TextIsNamed() {
        assertThat(reason(Base64.getEncoder().encode(pdf("")))).isEqualTo(Reason.BASE64);
    }

    @Test
    void bytesThatWentThroughUtf8AreNamed() {
        byte[] replaced = new String(pdf(""), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        assertThat(reason(replaced)).isEqualTo(Reason.DAMAGED_UTF8);
        byte[] doubled = new String(pdf(""), StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        assertThat(reason(doubled)).isEqualTo(Reason.DAMAGED_UTF8);
    }

    @Test
    void aCutPdfIsTruncatedWhereverItIsCut() {
        byte[] whole = pdf("");
        for (int percent = 10; percent < 100; percent += 10) {
            byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);
            assertThat(reason(part)).as("%d %%", percent).isEqualTo(Reason.TRUNCATED);
        }
    }

    @Test
    void bytesMissingInTheMiddleAreNoticed() throws IOException {
        byte[] whole = pdf("");
        ByteArrayOutputStream holed = new ByteArrayOutputStream();
        holed.write(whole, 0, whole.length / 2);
        holed.write(whole, whole.length / 2 + 100, whole.length - whole.length / 2 - 100);
        assertThat(reason(holed.toByteArray())).isEqualTo(Reason.UNPARSABLE);
    }

    @Test
    void otherThingsAreNamedForWhatTheyAre() {
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason("\n<!DOCTYPE html><title>Sign In</title>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.HTML);
        assertThat(reason("{\"message\": \"Internal server error\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.NO_MAGIC);
        assertThat(reason("%PDF-1.4\nnothing\nstartxref\n0\n%%EOF".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.UNPARSABLE);
    }

    @Test
    void aPdfWithAPasswordIsLocked() {
        assertThat(reason(pdf("secret"))).isEqualTo(Reason.LOCKED);
    }

    private static byte[] pdf(String password) {
        try (PDDocument document = new PDDocument()) {
            document.setVersion(1.6f);
            PDType1Font font = new PDType1Font(FontName.HELVETICA);
            PDPage page = new PDPage();
            document.addPage(page);
            document.addPage(new PDPage());
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 12);
                content.newLineAtOffset(50, 700);
                content.showText("Ana María Gómez");
                content.endText();
            }
            field(document, page, font);
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void field(PDDocument document, PDPage page, PDType1Font font) throws IOException {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.HELV, font);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        PDTextField field = new PDTextField(form);
        field.setPartialName("dob");
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(50, 600, 200, 20));
        widget.setPage(page);
        page.getAnnotations().add(widget);
        field.setValue("1990-01-02");
    }
}
