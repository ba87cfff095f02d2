package cutover.probe.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Bytes of sound, and bytes beside it. */
final class Sounds {

    private Sounds() {}

    /** A frame with that header, silent, of that many bytes. */
    static byte[] frame(int header, int length) {
        byte[] frame = new byte[length];
        for (int i = 0; i < 4; i++) {
            frame[i] = (byte) (header >> 24 - 8 * i);
        }
        return frame;
    }

    /** MPEG-1 layer III, 128 kbit/s, 44.1 kHz, stereo. */
    static byte[] mp3(int frames) {
        return times(frames, frame(0xfffb9000, 417));
    }

    static byte[] times(int count, byte[] one) {
        byte[][] all = new byte[count][];
        Arrays.fill(all, one);
        return join(all);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** ID3v2.3 with that many bytes behind its ten. */
    static byte[] id3v2(int size) {
        byte[] tag = new byte[10 + size];
        System.arraycopy(text("ID3"), 0, tag, 0, 3);
        tag[3] = 3;
        tag[8] = (byte) (size >> 7 & 0x7f);
        tag[9] = (byte) (size & 0x7f);
        return tag;
    }

    static byte[] id3v1() {
        return Arrays.copyOf(text("TAGsome title"), 128);
    }

    /** 16 bit, mono, 8 kHz. */
    static byte[] sampled(AudioFileFormat.Type type, int samples) {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, type != AudioFileFormat.Type.WAVE);
        ByteArrayInputStream silence = new ByteArrayInputStream(new byte[samples * 2]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            AudioSystem.write(new AudioInputStream(silence, format, samples), type, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    static byte[] gsm(int frames) {
        return times(frames, frame(0xd1000000, 33));
    }
}
