package cutover.report;

import java.util.Locale;

/** Text that came from a target, made harmless for a terminal and for the eye: nothing invisible stays invisible. */
final class Printable {

    private Printable() {}

    /**
     * The text with control characters, bidirectional overrides and lone surrogates shown as {@code ‹U+001B›}. Line breaks
     * stay, tabs become blanks.
     */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\t', ' ').codePoints().forEach(point -> {
            if (point == '\n' || !isHidden(point)) {
                out.appendCodePoint(point);
            } else {
                out.append(String.format(Locale.ROOT, "‹U+%04X›", point));
            }
        });
        return out.toString();
    }

    /** As {@link #of}, on one line. */
    static String line(String text) {
        return of(text).replace('\n', ' ');
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> point != 0x200C && point != 0x200D && point != 0x00AD;
            default -> false;
        };
    }
}
