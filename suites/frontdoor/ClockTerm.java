package frontdoor;

import java.time.Duration;
import java.time.Instant;

/**
 * One reason why old data may be told until some time.
 *
 * @param earliest until then old data may surely be remembered somewhere
 * @param latest from then on nobody may remember it, as far as this reason goes
 * @param witness how we know
 */
record ClockTerm(Instant earliest, Instant latest, String witness) {

    ClockTerm {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("a reason ends at " + latest + ", before " + earliest);
        }
    }

    /** A resolver told it, with the time that is left. */
    static ClockTerm told(Instant now, Duration left, String witness) {
        return new ClockTerm(now.plus(left), now.plus(left), witness);
    }

    /** It changed at some time between the two, and may be remembered so long. */
    static ClockTerm changed(Instant after, Instant before, Duration ttl, String witness) {
        return new ClockTerm(after.plus(ttl), before.plus(ttl), witness);
    }

    /** It changed at some time before, nobody knows since when. */
    static ClockTerm changed(Instant before, Duration ttl, String witness) {
        return new ClockTerm(Instant.EPOCH, before.plus(ttl), witness);
    }
}
