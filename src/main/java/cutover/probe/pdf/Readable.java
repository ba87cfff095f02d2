package cutover.probe.pdf;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
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

    /**
     * Whether it shows a text as whole words, printed or in a field. Case, kinds of blanks and line breaks, and how
     * Unicode composes a character make no difference.
     */
    public boolean shows(String words) {
        String wanted = plain(words);
        String all = plain(allText());
        for (int at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
            if (ends(all, at - 1) && ends(all, at + wanted.length())) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static boolean ends(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
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
