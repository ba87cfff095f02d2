package cutover.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * How a value looks when a format has recoded it as a whole. Escapes of single characters are not listed here: they are
 * undone before the search, see {@link Escapes}.
 */
final class Forms {

    private final String label;
    private final List<Needle> needles = new ArrayList<>();

    private Forms(String label) {
        this.label = label;
    }

    /** The value itself and all it may be recoded to. */
    static List<Needle> of(String label, String value) {
        Forms forms = new Forms(label);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        forms.add(value, Needle.PLAIN);
        forms.add(value.replaceAll("\\r?\\n", "\r\n"), Needle.PLAIN);
        forms.add(latin1(bytes), Needle.PLAIN);
        forms.add(latin1(value.getBytes(StandardCharsets.UTF_16BE)), "utf-16");
        forms.add(latin1(value.getBytes(StandardCharsets.UTF_16LE)), "utf-16");
        forms.add(HexFormat.of().formatHex(bytes), "hex");
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes), "hex");
        forms.base64(bytes, "base64");
        return forms.needles;
    }

    /** Only the token of RFC 7617, for a user whose password has needles of its own. */
    static List<Needle> ofPair(String label, String user, String password) {
        Forms forms = new Forms(label);
        forms.base64((user + ":" + password).getBytes(StandardCharsets.UTF_8), "basic auth");
        return forms.needles;
    }

    private void base64(byte[] bytes, String form) {
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            add(encoder.encodeToString(bytes), form);
            add(encoder.withoutPadding().encodeToString(bytes), form);
            for (int before = 0; before < 3; before++) {
                add(inside(encoder, bytes, before), form);
            }
        }
    }

    /** The characters that depend on the bytes alone when others stand around them. */
    private static String inside(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] padded = new byte[before + bytes.length + 3];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        int from = (8 * before + 5) / 6;
        int to = 8 * (before + bytes.length) / 6;
        return encoder.encodeToString(padded).substring(from, to);
    }

    private void add(String text, String form) {
        boolean known = needles.stream().anyMatch(needle -> needle.text().equals(text));
        if (!known && text.length() >= Needle.SHORTEST) {
            needles.add(new Needle(text, label, form));
        }
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
