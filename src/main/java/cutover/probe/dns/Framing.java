package cutover.probe.dns;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages in a stream, each behind its length in two bytes (RFC 1035 section 4.2.2). It keeps what has come of the
 * message at hand and no more, whatever length was announced.
 */
final class Framing {

    private static final int PREFIX = 2;

    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private int length = -1;
    private int whole;

    static ByteBuffer framed(byte[] message) {
        return ByteBuffer.allocate(PREFIX + message.length)
                .putShort((short) message.length)
                .put(message)
                .flip();
    }

    /** The messages that the bytes complete. */
    List<byte[]> take(ByteBuffer bytes) {
        List<byte[]> messages = new ArrayList<>();
        while (bytes.hasRemaining()) {
            fill(bytes);
            if (length < 0 && part.size() == PREFIX) {
                byte[] prefix = part.toByteArray();
                length = (prefix[0] & 0xff) << 8 | prefix[1] & 0xff;
                part.reset();
            }
            if (part.size() == length) {
                messages.add(part.toByteArray());
                part.reset();
                length = -1;
                whole++;
            }
        }
        return messages;
    }

    private void fill(ByteBuffer bytes) {
        byte[] chunk = new byte[Math.min(bytes.remaining(), (length < 0 ? PREFIX : length) - part.size())];
        bytes.get(chunk);
        part.writeBytes(chunk);
    }

    /** "3 of 120 bytes had come", for a connection that ended or fell silent. */
    String told() {
        if (length >= 0) {
            return part.size() + " of " + length + " bytes of a message had come";
        }
        if (part.size() > 0) {
            return "half a length had come";
        }
        return whole == 0 ? "nothing had come" : whole + " messages had come";
    }
}
