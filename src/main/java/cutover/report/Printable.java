package cutover.report;

import java.util.Locale;

/** Text that came from a target, made harmless for a terminal and for the eye: nothing invisible stays invisible. */
final class Printable {

    private static final int LINE = 1_000;
    private static final int TEXT = 20_000;

    private Printable() {}

    /** As {@link #whole}, at most so long that one answer cannot bury all others; says how much is left out. */
    static String of(String text) {
        return cut(whole(text), TEXT);
    }

    /** As {@link #of}, on one line and shorter. */
    static String line(String text) {
        return cut(whole(text).replace('\n', ' '), LINE);
    }

    /**
     * The text with control characters, bidirectional overrides and lone surrogates shown as {@code ‹U+001B›}. Line breaks
     * stay, tabs become blanks.
     */
    static String whole(String text) {
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

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… (" + (text.length() - end) + " more characters)";
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
