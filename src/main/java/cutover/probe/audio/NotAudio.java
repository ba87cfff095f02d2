package cutover.probe.audio;

import java.util.function.Function;

/**
 * No sound, or none that can be read.
 *
 * @param detail what it is instead: "empty", "an HTML page that begins '…'"
 */
public record NotAudio(String detail) implements AudioObservation {

    @Override
    public <T> T fold(Function<Audio, T> audio, Function<NotAudio, T> notAudio) {
        return notAudio.apply(this);
    }
}
