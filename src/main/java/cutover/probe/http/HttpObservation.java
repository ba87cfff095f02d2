package cutover.probe.http;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** One request and what became of it. */
public sealed interface HttpObservation permits Answered, NoAnswer {

    /** What was asked. */
    Sent sent();

    /** When the exchange began, before the name was resolved. */
    Instant sentAt();

    /** From then to the last byte, or to the moment it was given up. */
    Duration total();

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Answered, T> answered, Function<NoAnswer, T> noAnswer);
}
