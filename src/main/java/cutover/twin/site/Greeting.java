package cutover.twin.site;

import java.nio.charset.StandardCharsets;

/**
 * What callers hear first: some seconds of silence as MPEG-1 audio layer III, 44.1 kHz, mono, at a constant 128 kbit/s
 * (ISO/IEC 11172-3). A frame of which all bytes after its header are zero decodes to silence.
 */
final class Greeting {

    static final String NAME = "voicemail/CMR_voicemail_greeting.mp3";

    private static final int FRAMES = 230;
    private static final int FEW_FRAMES = 20;
    private static final int BIT_RATE = 128_000;
    private static final int SAMPLE_RATE = 44_100;

    /** Samples of a frame, divided by the bits of a byte. */
    private static final int BYTES_FACTOR = 144;

    private static final int[] HEADER = {0xFF, 0xFB, 0x90, 0xC4};
    private static final int PADDING = 0x02;

    private Greeting() {}

    /** About six seconds. */
    static byte[] mp3() {
        return mp3(FRAMES);
    }

    /** About half a second. */
    static byte[] cutShort() {
        return mp3(FEW_FRAMES);
    }

    private static byte[] mp3(int frames) {
        byte[] audio = new byte[start(frames)];
        for (int frame = 0; frame < frames; frame++) {
            int at = start(frame);
            for (int i = 0; i < HEADER.length; i++) {
                audio[at + i] = (byte) HEADER[i];
            }
            if (start(frame + 1) - at > BYTES_FACTOR * BIT_RATE / SAMPLE_RATE) {
                audio[at + 2] |= PADDING;
            }
        }
        return audio;
    }

    /** A page where audio is expected. */
    static byte[] page() {
        return "<!DOCTYPE html><html lang=\"en\"><head><title>Not Found</title></head><body><h1>Not Found</h1></body></html>\n"
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Some frames are a byte longer, so that the bit rate comes out even. */
    private static int start(int frame) {
        return (int) ((long) frame * BYTES_FACTOR * BIT_RATE / SAMPLE_RATE);
    }
}
