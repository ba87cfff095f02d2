package frontdoor;

import cutover.environment.front.NameFacts;
import cutover.patience.Durations;
import cutover.runbook.FactSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What earlier runs tell about the time at which a TTL was lowered, which is low now.
 *
 * @param words what was seen when
 * @param safe from then on it will have been lowered long enough ago; empty when that can't be told
 */
record LoweredTtl(Standing standing, String words, Optional<Instant> safe) {

    /** Longer than usual resolvers keep anything, whatever its TTL was. */
    static final Duration LONGEST = Duration.ofDays(7);

    /** Whether it was early enough. */
    enum Standing {
        LONG_AGO,
        TOO_LATE,
        UNSURE
    }

    /**
     * @param spans the TTL as earlier runs saw it, oldest first
     * @param most what counts as low
     */
    static LoweredTtl of(List<FactSpan> spans, Duration most, Instant now) {
        int low = spans.size();
        while (low > 0 && isLow(spans.get(low - 1), most)) {
            low--;
        }
        Instant seenLow = low < spans.size() ? spans.get(low).firstSeen() : now;
        return low == 0 ? alwaysLow(spans, seenLow, now) : after(spans.get(low - 1), seenLow, now);
    }

    private static boolean isLow(FactSpan span, Duration most) {
        return NameFacts.longest(span.value())
                .filter(ttl -> ttl.compareTo(most) <= 0)
                .isPresent();
    }

    private static LoweredTtl alwaysLow(List<FactSpan> spans, Instant seenLow, Instant now) {
        if (spans.isEmpty()) {
            return new LoweredTtl(Standing.UNSURE, "no earlier run is remembered that saw it", Optional.empty());
        }
        Instant safe = seenLow.plus(LONGEST);
        String words = "it was low already at " + seenLow + ", when a run saw it first";
        return safe.isAfter(now)
                ? new LoweredTtl(Standing.UNSURE, words + "; no run saw the old TTL", Optional.empty())
                : new LoweredTtl(
                        Standing.LONG_AGO, words + ", longer ago than resolvers keep anything", Optional.of(safe));
    }

    private static LoweredTtl after(FactSpan old, Instant seenLow, Instant now) {
        Duration ttl = NameFacts.longest(old.value()).orElse(LONGEST);
        Instant safe = seenLow.plus(ttl);
        String words =
                "it was " + Durations.told(ttl) + " at " + old.lastSeen() + " and was seen lowered first at " + seenLow;
        if (!safe.isAfter(now)) {
            return new LoweredTtl(Standing.LONG_AGO, words, Optional.of(safe));
        }
        boolean surely = old.lastSeen().plus(ttl).isAfter(now);
        return new LoweredTtl(surely ? Standing.TOO_LATE : Standing.UNSURE, words, Optional.of(safe));
    }
}
