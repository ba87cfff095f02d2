package cutover.probe.pdf;

import cutover.probe.pdf.NotPdf.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told without a parser; a lenient parser repairs too much to be asked first. */
final class Outside {

    private static final int TAIL = 1_024;
    private static final Pattern START = Pattern.compile("startxref\\s+(\\d{1,10})");
    private static final Pattern TABLE = Pattern.compile("^\\s{0,8}(xref|\\d+\\s+\\d+\\s+obj)", Pattern.DOTALL);

    private final byte[] bytes;
    private final String text;

    Outside(byte[] bytes) {
        this.bytes = bytes;
        this.text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What is wrong; empty when it looks like a whole PDF. */
    Optional<NotPdf> wrong() {
        if (bytes.length == 0) {
            return told(Reason.EMPTY, "no bytes");
        }
        return noPdf().or(this::damaged).or(this::cut).or(this::shifted);
    }

    private Optional<NotPdf> noPdf() {
        String head = text.substring(0, Math.min(TAIL, text.length()));
        String first = head.strip().toLowerCase(Locale.ROOT);
        if (head.strip().replaceFirst("^\"", "").startsWith("JVBERi")) {
            return told(Reason.BASE64, "base64 text that begins " + begin(head));
        }
        if (first.startsWith("<!doctype html") || first.startsWith("<html")) {
            return told(Reason.HTML, "a page that begins " + begin(head));
        }
        return head.startsWith("%PDF-") ? Optional.empty() : told(Reason.NO_MAGIC, "begins " + begin(head));
    }

    private Optional<NotPdf> damaged() {
        int replaced = replacements();
        // by chance the three bytes stand once in sixteen million bytes of packed data
        if (replaced >= 4 && (long) replaced * 2_000 > bytes.length) {
            return told(Reason.DAMAGED_UTF8, replaced + " times EF BF BD in " + bytes.length + " bytes");
        }
        if (highBytesAtTheHead() && isUtf8()) {
            return told(Reason.DAMAGED_UTF8, "the whole file is UTF-8 text, its binary marker too");
        }
        return Optional.empty();
    }

    private Optional<NotPdf> cut() {
        String tail = text.substring(Math.max(0, text.length() - TAIL));
        return tail.contains("%%EOF")
                ? Optional.empty()
                : told(Reason.TRUNCATED, bytes.length + " bytes without %%EOF at their end");
    }

    /** Bytes that are missing in the middle shift the cross-reference table away from where the trailer says it is. */
    private Optional<NotPdf> shifted() {
        Matcher start = START.matcher(text);
        String last = "";
        while (start.find()) {
            last = start.group(1);
        }
        if (last.isEmpty()) {
            return told(Reason.UNPARSABLE, "no startxref");
        }
        long at = Long.parseLong(last);
        boolean there = at < bytes.length
                && TABLE.matcher(text.substring((int) at, (int) Math.min(at + 64, text.length())))
                        .find();
        return there
                ? Optional.empty()
                : told(
                        Reason.UNPARSABLE,
                        "the trailer points to byte " + at + ", no cross-reference table begins there");
    }

    private int replacements() {
        int count = 0;
        for (int at = text.indexOf("\u00ef\u00bf\u00bd"); at >= 0; at = text.indexOf("\u00ef\u00bf\u00bd", at + 3)) {
            count++;
        }
        return count;
    }

    // PDF 32000-1, 7.5.2: a comment with at least four high bytes after the first line marks the file as binary
    private boolean highBytesAtTheHead() {
        return text.substring(0, Math.min(64, text.length())).chars().anyMatch(c -> c > 127);
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String begin(String head) {
        String printable = head.substring(0, Math.min(40, head.length())).replaceAll("[^\\x20-\\x7e]+", " ");
        return "'" + printable.strip() + "'";
    }

    private static Optional<NotPdf> told(Reason reason, String detail) {
        return Optional.of(new NotPdf(reason, detail));
    }
}
