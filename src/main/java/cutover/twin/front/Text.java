package cutover.twin.front;

import java.nio.charset.StandardCharsets;

/** What becomes of bytes that are taken for text. */
final class Text {

    private Text() {}

    /** Each byte that is no part of a character in UTF-8 turns into a replacement character of three bytes. */
    static byte[] throughUtf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }
}
