package cutover.provider.twilio;

import java.time.Duration;

/**
 * A call to place.
 *
 * @param from a number of the account or a verified one, E.164
 * @param to E.164
 * @param twiml what Twilio does once the call is taken
 * @param timeLimit after this much talk Twilio ends the call; whole seconds, at least one
 */
public record CallOrder(String from, String to, String twiml, Duration timeLimit) {

    public CallOrder {
        if (from.isBlank() || to.isBlank() || twiml.isBlank()) {
            throw new IllegalArgumentException("a call needs from, to and TwiML");
        }
        if (timeLimit.toSeconds() < 1) {
            throw new IllegalArgumentException("a call needs a limit of at least 1 s, got " + timeLimit);
        }
    }
}
