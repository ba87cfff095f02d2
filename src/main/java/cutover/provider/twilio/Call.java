package cutover.provider.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A call as Twilio tells it.
 *
 * @param status queued, initiated, ringing, in-progress, completed, busy, failed, no-answer or canceled
 * @param direction inbound, outbound-api or outbound-dial
 * @param start empty while nothing was dialled
 * @param end empty while the call lasts
 * @param duration whole seconds; empty while the call lasts
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource">Call</a>
 */
public record Call(
        String sid,
        String status,
        String direction,
        String from,
        String to,
        Optional<Instant> start,
        Optional<Instant> end,
        Optional<Duration> duration) {

    private static final Set<String> FAILED = Set.of("busy", "failed", "no-answer", "canceled");
    private static final String COMPLETED = "completed";

    /** True when the status will not change any more. */
    public boolean ended() {
        return failed() || status.equals(COMPLETED);
    }

    /** True when it ended without anybody having taken it, or was called off. */
    public boolean failed() {
        return FAILED.contains(status);
    }
}
