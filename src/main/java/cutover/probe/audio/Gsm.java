package cutover.probe.audio;

import java.util.Optional;

/** GSM 06.10 without a container: frames of 33 bytes for 20 ms each, marked by their first four bits (RFC 3551, 4.5.8). */
final class Gsm {

    private static final int FRAME = 33;
    private static final int FEWEST = 10;
    private static final int MARK = 0xd;
    private static final int SAMPLES = 160;
    private static final int RATE = 8_000;

    private Gsm() {}

    /** Sound; empty when a mark is missing. */
    static Optional<AudioObservation> read(byte[] bytes) {
        int frames = bytes.length / FRAME;
        for (int i = 0; i < frames; i++) {
            if ((bytes[i * FRAME] & 0xff) >> 4 != MARK) {
                return Optional.empty();
            }
        }
        if (frames < FEWEST) {
            return Optional.empty();
        }
        int rest = bytes.length % FRAME;
        String cut = rest == 0 ? "" : "; the last frame is cut, " + rest + " of " + FRAME + " bytes";
        return Optional.of(new Audio(
                "gsm",
                "audio/gsm",
                Lengths.of((long) frames * SAMPLES, RATE),
                frames,
                "GSM 06.10, 8000 Hz, mono" + cut));
    }
}
