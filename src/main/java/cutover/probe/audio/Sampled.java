package cutover.probe.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** WAV, AIFF and AU through the JDK, which needs no sound device for that. */
final class Sampled {

    private static final List<Kind> KINDS = List.of(
            new Kind("RIFF", "WAVE", "wav", "audio/wav"),
            new Kind("FORM", "AIFF", "aiff", "audio/aiff"),
            new Kind("FORM", "AIFC", "aifc", "audio/x-aifc"),
            new Kind(".snd", "", "au", "audio/basic"));

    private record Kind(String begin, String type, String name, String mediaType) {

        boolean fits(String head) {
            return head.startsWith(begin) && (type.isEmpty() || head.startsWith(type, 8));
        }
    }

    private Sampled() {}

    /** Sound, or why it can't be read; empty for bytes of another kind, so that no other reader of the JDK sees them. */
    static Optional<AudioObservation> read(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        return KINDS.stream().filter(kind -> kind.fits(head)).findFirst().map(kind -> read(kind, bytes));
    }

    private static AudioObservation read(Kind kind, byte[] bytes) {
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
            AudioFormat format = sound.getFormat();
            int rate = Math.round(format.getFrameRate());
            if (rate <= 0 || format.getFrameSize() <= 0) {
                return unread(kind, bytes, "without a rate");
            }
            // what is there in memory; reading would not end where a frame is larger than the buffer
            int frames = sound.available() / format.getFrameSize();
            return frames == 0
                    ? unread(kind, bytes, "without a sample")
                    : new Audio(
                            kind.name(),
                            kind.mediaType(),
                            Lengths.of(frames, rate),
                            frames,
                            detail(format, frames, sound.getFrameLength()));
        } catch (UnsupportedAudioFileException | IOException | RuntimeException e) {
            // a reader that meets damaged data also throws what it did not mean to throw
            return unread(kind, bytes, "that can't be read (" + e.getMessage() + ")");
        }
    }

    private static NotAudio unread(Kind kind, byte[] bytes, String why) {
        return new NotAudio("%d bytes that begin as %s, %s".formatted(bytes.length, kind.name(), why));
    }

    private static String detail(AudioFormat format, int frames, long announced) {
        String channels = format.getChannels() == 1 ? "mono" : format.getChannels() == 2 ? "stereo" : "";
        return "%s, %d Hz, %s, %d bit%s"
                .formatted(
                        format.getEncoding(),
                        Math.round(format.getSampleRate()),
                        channels.isEmpty() ? format.getChannels() + " channels" : channels,
                        format.getSampleSizeInBits(),
                        announced > frames ? "; the end is cut, %d of %d samples".formatted(frames, announced) : "");
    }
}
