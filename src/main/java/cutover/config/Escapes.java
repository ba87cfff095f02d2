package cutover.config;

import java.util.Map;

/** Ways in which formats write single characters differently. */
enum Escapes {
    PERCENT("url-encoded", "%"),
    FORM("url-encoded", "%+"),
    HTML("html", "&"),
    JSON("json", "\\"),
    QUOTED_PRINTABLE("quoted-printable", "="),
    FOLDED("over several lines", "\r\n");

    /** What {@link #at} says where nothing is escaped. */
    static final int NONE = -1;

    private static final int SILENT = 1 << 16;
    private static final int LENGTH = 17;
    private static final Map<String, Character> ENTITIES =
            Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'', "nbsp", '\u00A0');
    private static final String BEHIND_BACKSLASH = "nrtbf";
    private static final String MEANT = "\n\r\t\b\f";

    private final String form;
    private final String beginnings;

    Escapes(String form, String beginnings) {
        this.form = form;
        this.beginnings = beginnings;
    }

    /** For {@link Leak#form}. */
    String form() {
        return form;
    }

    /** The next index, from the given one on, at which an escape may begin; the length of the text when there is none. */
    int next(String text, int from) {
        return beginnings
                .chars()
                .map(beginning -> text.indexOf(beginning, from))
                .filter(at -> at >= 0)
                .min()
                .orElse(text.length());
    }

    /** What is escaped at an index: {@link #length}, {@link #silent} and {@link #character}; or {@link #NONE}. */
    int at(String text, int i) {
        char c = text.charAt(i);
        return switch (this) {
            case PERCENT -> c == '%' ? hex(text, i, 1, 2) : NONE;
            case FORM -> c == '%' ? hex(text, i, 1, 2) : c == '+' ? one(1, ' ') : NONE;
            case HTML -> c == '&' ? entity(text, i) : NONE;
            case JSON -> c == '\\' ? backslash(text, i) : NONE;
            case QUOTED_PRINTABLE -> c == '=' ? quotedPrintable(text, i) : NONE;
            case FOLDED -> c == '\n' || c == '\r' ? nothing(blanks(text, i)) : NONE;
        };
    }

    static int length(int escape) {
        return escape >>> LENGTH;
    }

    static boolean silent(int escape) {
        return (escape & SILENT) != 0;
    }

    static char character(int escape) {
        return (char) escape;
    }

    private static int one(int length, int character) {
        return length << LENGTH | (character & 0xFFFF);
    }

    private static int nothing(int length) {
        return length << LENGTH | SILENT;
    }

    private static int hex(String text, int i, int skip, int digits) {
        if (i + skip + digits > text.length()) {
            return NONE;
        }
        int value = 0;
        for (int at = i + skip; at < i + skip + digits; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                return NONE;
            }
            value = value << 4 | digit;
        }
        return one(skip + digits, value);
    }

    private static int backslash(String text, int i) {
        if (i + 1 == text.length()) {
            return NONE;
        }
        char next = text.charAt(i + 1);
        if (next == 'u' || next == 'x') {
            return hex(text, i, 2, next == 'u' ? 4 : 2);
        }
        int known = BEHIND_BACKSLASH.indexOf(next);
        return one(2, known < 0 ? next : MEANT.charAt(known));
    }

    private static int quotedPrintable(String text, int i) {
        if (text.startsWith("\r\n", i + 1)) {
            return nothing(3);
        }
        return text.startsWith("\n", i + 1) ? nothing(2) : hex(text, i, 1, 2);
    }

    private static int blanks(String text, int i) {
        int end = i;
        while (end < text.length() && end - i < 1000 && " \t\r\n".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end - i;
    }

    private static int entity(String text, int i) {
        int end = text.indexOf(';', i);
        if (end < 0 || end - i > 9) {
            return NONE;
        }
        String name = text.substring(i + 1, end);
        if (ENTITIES.containsKey(name)) {
            return one(end + 1 - i, ENTITIES.get(name));
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        String digits = hex ? name.substring(2) : name.startsWith("#") ? name.substring(1) : "";
        boolean number = hex ? digits.matches("[0-9A-Fa-f]{1,4}") : digits.matches("[0-9]{1,5}");
        return number ? one(end + 1 - i, Integer.parseInt(digits, hex ? 16 : 10)) : NONE;
    }
}
