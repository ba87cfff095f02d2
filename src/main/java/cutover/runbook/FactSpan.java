package cutover.runbook;

import java.time.Instant;

/**
 * A value of a fact, as long as every run that looked saw the same. When it really changed is not known: some time between
 * the last sight of one value and the first sight of the next.
 */
public record FactSpan(String value, Instant firstSeen, Instant lastSeen) {

    FactSpan until(Instant seen) {
        return new FactSpan(value, firstSeen, seen);
    }
}
