package cutover.twin.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file of sound without any: WAV, PCM, one channel, 8000 samples of 16 bits a second. */
final class Silence {

    private static final int HEADER = 44;
    private static final int RATE = 8000;
    private static final short BYTES = 2;

    private Silence() {}

    static byte[] seconds(long seconds) {
        int data = Math.toIntExact(seconds * RATE * BYTES);
        return ByteBuffer.allocate(HEADER + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(HEADER - 8 + data)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE * BYTES)
                .putShort(BYTES)
                .putShort((short) 16)
                .put("data".getBytes(US_ASCII))
                .putInt(data)
                .array();
    }
}
