package cutover.probe.pdf;

import cutover.probe.pdf.NotPdf.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a PDF in bounded memory; stateless. */
public final class PdfProbe {

    private static final long MEMORY = 256L << 20;
    private static final int TEXT = 4 << 20;
    private static final int PAGES = 500;

    /** Never throws for what the bytes are. */
    public PdfObservation read(byte[] bytes) {
        Optional<NotPdf> wrong = new Outside(bytes).wrong();
        return wrong.isPresent() ? wrong.get() : parsed(bytes);
    }

    private PdfObservation parsed(byte[] bytes) {
        try (PDDocument document =
                Loader.loadPDF(bytes, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache)) {
            return new Readable(
                    document.getNumberOfPages(),
                    text(document),
                    fields(document),
                    String.format(Locale.ROOT, "%.1f", document.getVersion()),
                    document.isEncrypted());
        } catch (InvalidPasswordException e) {
            return new NotPdf(Reason.LOCKED, "can't be opened without a password");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // a parser that meets damaged data also throws what it did not mean to throw
            return new NotPdf(Reason.UNPARSABLE, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setEndPage(PAGES);
        Bounded out = new Bounded();
        stripper.writeText(document, out);
        return out.toString();
    }

    private static Map<String, String> fields(PDDocument document) {
        Map<String, String> fields = new LinkedHashMap<>();
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                if (!(field instanceof PDNonTerminalField)) {
                    fields.put(field.getFullyQualifiedName(), field.getValueAsString());
                }
            }
        }
        return fields;
    }

    /** Refuses to grow without end. */
    private static final class Bounded extends Writer {

        private final StringWriter kept = new StringWriter();

        @Override
        public void write(char[] chars, int offset, int length) throws IOException {
            if (kept.getBuffer().length() + length > TEXT) {
                throw new IOException("more than " + TEXT + " characters of text");
            }
            kept.write(chars, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return kept.toString();
        }
    }
}
