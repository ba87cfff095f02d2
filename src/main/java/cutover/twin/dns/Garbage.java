package cutover.twin.dns;

import java.util.Arrays;

/** Bytes that look like an answer as long as one doesn't read on. */
final class Garbage {

    private static final int HEADER = 12;
    private static final int COUNTS = 4;

    private Garbage() {}

    /** Id and flags of an answer, then counts that nothing follows. */
    static byte[] after(byte[] reply) {
        byte[] bytes = Arrays.copyOf(reply, HEADER + COUNTS);
        Arrays.fill(bytes, COUNTS, bytes.length, (byte) 0xFF);
        return bytes;
    }

    /** The same answer to somebody else's question. */
    static byte[] foreign(byte[] reply) {
        byte[] bytes = reply.clone();
        bytes[0] ^= 0x55;
        return bytes;
    }
}
