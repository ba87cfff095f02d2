package cutover.probe.audio;

import java.util.function.Function;

/** What bytes that should be sound turned out to be. */
public sealed interface AudioObservation permits Audio, NotAudio {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Audio, T> audio, Function<NotAudio, T> notAudio);
}
