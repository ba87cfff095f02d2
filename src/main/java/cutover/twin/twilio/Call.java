package cutover.twin.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One leg of a call.
 *
 * @param direction {@code outbound-api} or {@code inbound}
 * @param peer sid of the leg that called this one; empty for none
 * @param line sid of the account's own number at this leg; empty for none
 * @param told called when the leg has ended
 * @param answered when somebody picked up
 */
record Call(
        String sid,
        String from,
        String to,
        String direction,
        String peer,
        String line,
        Hook told,
        CallStatus status,
        Instant created,
        Instant updated,
        Optional<Instant> answered,
        Optional<Instant> ended) {

    boolean inbound() {
        return direction.equals("inbound");
    }

    /** Whether the two are the ends of one connection. */
    boolean joins(Call other) {
        return peer.equals(other.sid) || other.peer.equals(sid);
    }

    /** The same call further on; one that is over stays as it is. */
    Call moved(CallStatus next, Instant now) {
        if (status.over()) {
            return this;
        }
        return new Call(
                sid,
                from,
                to,
                direction,
                peer,
                line,
                told,
                next,
                created,
                now,
                next == CallStatus.IN_PROGRESS ? answered.or(() -> Optional.of(now)) : answered,
                next.over() ? Optional.of(now) : ended);
    }

    /** Started seconds between answer and end; empty while it lasts, zero when nobody picked up. */
    Optional<Long> seconds() {
        return ended.map(end -> answered.map(start -> Math.max(1, (millis(start, end) + 999) / 1000))
                .orElse(0L));
    }

    private static long millis(Instant start, Instant end) {
        return Duration.between(start, end).toMillis();
    }
}
