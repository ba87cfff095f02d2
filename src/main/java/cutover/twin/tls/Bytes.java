package cutover.twin.tls;

import java.io.ByteArrayOutputStream;

/** Bytes as they go over the wire, numbers in network order. */
final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes one(int value) {
        out.write(value);
        return this;
    }

    Bytes two(int value) {
        return one(value >> 8).one(value);
    }

    Bytes all(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes all(Bytes bytes) {
        return all(bytes.array());
    }

    /** The content behind its length, which takes so many bytes. */
    Bytes sized(int lengthBytes, Bytes content) {
        byte[] bytes = content.array();
        for (int left = lengthBytes - 1; left >= 0; left--) {
            one(bytes.length >> 8 * left);
        }
        return all(bytes);
    }

    byte[] array() {
        return out.toByteArray();
    }
}
