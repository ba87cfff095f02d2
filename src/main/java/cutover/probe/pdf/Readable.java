package cutover.probe.pdf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A whole PDF.
 *
 * @param pages number of pages
 * @param text what is printed on the pages, in reading order; the values of form fields are not part of it
 * @param formFields fully qualified field name to value, in the document's order; empty fields have empty values
 * @param version as the document declares it, for instance {@code 1.6}
 * @param encrypted true for a document that is protected and opens without a password
 */
public record Readable(int pages, String text, Map<String, String> formFields, String version, boolean encrypted)
        implements PdfObservation {

    public Readable {
        formFields = Collections.unmodifiableMap(new LinkedHashMap<>(formFields));
    }

    /** Printed text and field values, one after the other: where a person's name may stand in either. */
    public String allText() {
        return text + "\n" + String.join("\n", formFields.values());
    }

    @Override
    public <T> T fold(Function<Readable, T> readable, Function<NotPdf, T> notPdf) {
        return readable.apply(this);
    }

    /** Without text and values, which are somebody's data. */
    @Override
    public String toString() {
        return "PDF %s, %d pages, %d form fields".formatted(version, pages, formFields.size());
    }
}
