package cutover.probe.audio;

/**
 * Tells sound from what is none, and how long it plays; stateless. MPEG audio is walked frame by frame, each once, so
 * that a variable bit rate and a missing end count as what they are; WAV, AIFF and AU are read by the JDK; GSM is known
 * by its frames. Sound that nothing marks as such, for instance bare µ-law, can't be told from other bytes.
 */
public final class AudioProbe {

    /** Never throws for what the bytes are. */
    public AudioObservation read(byte[] bytes) {
        return Sampled.read(bytes)
                .or(() -> MpegStream.read(bytes))
                .or(() -> Gsm.read(bytes))
                .orElseGet(() -> new NotAudio(Instead.told(bytes)));
    }
}
