package cutover.twin.site.pdf;

import cutover.twin.site.store.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** The public defender's petition form: one page for each applicant, with form fields and a caption in plain text. */
public final class CaseForm {

    /** The form, filled for each of these in turn. */
    public byte[] filled(List<Submission> people) {
        return document(people.stream().map(Optional::of).toList());
    }

    /** The form as it comes from the printer: all boxes empty. */
    public byte[] empty() {
        return document(List.of(Optional.empty()));
    }

    private byte[] document(List<Optional<Submission>> pages) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            // fonts are neither for several documents nor for several threads
            PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            PDAcroForm form = form(document, font);
            for (Optional<Submission> person : pages) {
                add(document, font, form, person);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static PDAcroForm form(PDDocument document, PDFont font) {
        PDAcroForm form = new PDAcroForm(document);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), font);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
        return form;
    }

    private static void add(PDDocument document, PDFont font, PDAcroForm form, Optional<Submission> person)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        String suffix = document.getNumberOfPages() == 1 ? "" : " " + document.getNumberOfPages();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            write(content, font, 60, 720, 14, "CLEAN SLATE - PETITION FOR DISMISSAL");
            write(content, font, 60, 700, 10, person.map(CaseForm::caption).orElse("Applicant:"));
            float y = 660;
            for (Map.Entry<String, String> entry : values(person).entrySet()) {
                write(content, font, 60, y, 10, entry.getKey());
                field(form, page, entry.getKey() + suffix, entry.getValue(), y);
                y -= 26;
            }
        }
    }

    private static String caption(Submission person) {
        return "Applicant: " + person.fullName() + "   Born: " + person.birthDateText();
    }

    private static Map<String, String> values(Optional<Submission> person) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("First Name", person.map(Submission::firstName).orElse(""));
        values.put("Middle Name", person.map(Submission::middleName).orElse(""));
        values.put("Last Name", person.map(Submission::lastName).orElse(""));
        values.put("Date of Birth", person.map(Submission::birthDateText).orElse(""));
        values.put("Social Security Number", person.map(Submission::ssn).orElse(""));
        values.put("Address", person.map(one -> one.answer("address")).orElse(""));
        values.put("Phone", person.map(Submission::phone).orElse(""));
        values.put("Email", person.map(Submission::email).orElse(""));
        values.put(
                "Monthly Income",
                person.map(one -> one.answer("monthly_income")).orElse(""));
        values.put("On Probation", person.map(one -> one.answer("on_probation")).orElse(""));
        values.put("US Citizen", person.map(one -> one.answer("us_citizen")).orElse(""));
        return values;
    }

    private static void field(PDAcroForm form, PDPage page, String name, String value, float y) throws IOException {
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        field.setDefaultAppearance("/Helv 10 Tf 0 g");
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(220, y - 5, 320, 18));
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
        field.setValue(value);
    }

    private static void write(PDPageContentStream content, PDFont font, float x, float y, float size, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }
}
