package cutover.probe.audio;

import java.time.Duration;
import java.util.function.Function;

/**
 * Sound.
 *
 * @param kind {@code mp1}, {@code mp2}, {@code mp3} (MPEG audio of that layer), {@code wav}, {@code aiff}, {@code aifc},
 *     {@code au} or {@code gsm}
 * @param mediaType the one name that stands for the kind here, for instance {@code audio/mpeg} (RFC 3003); servers use
 *     others too
 * @param length how long it plays, from the sound that is there and not from what a header promises
 * @param frames MPEG or GSM: coded frames; elsewhere: samples per channel
 * @param detail rates and channels, and what is odd: an end that is cut, bytes that are no sound
 */
public record Audio(String kind, String mediaType, Duration length, int frames, String detail)
        implements AudioObservation {

    @Override
    public <T> T fold(Function<Audio, T> audio, Function<NotAudio, T> notAudio) {
        return audio.apply(this);
    }
}
