package cutover.twin.front;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Escapes in URLs and in pages. */
final class Escapes {

    private static final String KEPT_IN_QUERIES = "-._~=&";

    private Escapes() {}

    /** A query whose escapes are taken for text and escaped themselves; what separates its fields stays. */
    static String again(String query) {
        StringBuilder text = new StringBuilder();
        for (byte each : query.getBytes(StandardCharsets.UTF_8)) {
            text.append(isKept((char) (each & 0xFF)) ? String.valueOf((char) each) : escaped(each));
        }
        return text.toString();
    }

    /** For an attribute in either kind of quotes. */
    static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;");
    }

    private static String escaped(byte each) {
        return String.format(Locale.ROOT, "%%%02X", each);
    }

    private static boolean isKept(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || KEPT_IN_QUERIES.indexOf(c) >= 0;
    }
}
