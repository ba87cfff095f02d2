package cutover.probe.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names bytes that are no sound by how they begin. */
final class Instead {

    private static final int HEAD = 512;
    private static final int SHOWN = 60;
    private static final List<Map.Entry<String, String>> TEXTS = List.of(
            Map.entry("<!doctype html", "an HTML page"),
            Map.entry("<html", "an HTML page"),
            Map.entry("<", "an XML document"),
            Map.entry("{", "JSON"),
            Map.entry("[", "JSON"));
    private static final List<Map.Entry<String, String>> BINARIES = List.of(
            Map.entry("%PDF-", "a PDF"),
            Map.entry("OggS", "an Ogg file, a kind that is not read here,"),
            Map.entry("fLaC", "a FLAC file, a kind that is not read here,"),
            Map.entry("RIFF", "a RIFF file without sound"),
            Map.entry("ID3", "an ID3 tag without MPEG audio after it"),
            Map.entry("\u001f\u008b", "gzip data"));

    private Instead() {}

    /** "empty", "an HTML page that begins '…'", "17 bytes of no known kind that begin 00 01 02". */
    static String told(byte[] bytes) {
        if (bytes.length == 0) {
            return "empty";
        }
        byte[] head = Arrays.copyOf(bytes, Math.min(HEAD, bytes.length));
        String raw = new String(head, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> known : BINARIES) {
            if (raw.startsWith(known.getKey())) {
                return known.getValue() + " of " + bytes.length + " bytes";
            }
        }
        return isText(raw) ? text(head) : bytes.length + " bytes of no known kind that begin " + hex(head);
    }

    private static String text(byte[] head) {
        String begin =
                new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
        String lower = begin.toLowerCase(Locale.ROOT);
        String kind = TEXTS.stream()
                .filter(known -> lower.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("text");
        String oneLine = begin.replaceAll("\\s+", " ");
        return kind + " that begins '" + oneLine.substring(0, Math.min(SHOWN, oneLine.length())) + "'";
    }

    private static boolean isText(String head) {
        return head.chars().noneMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
    }

    private static String hex(byte[] head) {
        return HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(8, head.length));
    }
}
