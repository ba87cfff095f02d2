package cutover.provider.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * A snapshot of a database.
 *
 * @param instance the database's identifier
 * @param state Amazon's word, for instance {@code available} or {@code creating}
 * @param percent how much of it is done
 * @param kind {@code manual}, {@code automated} or another word of Amazon's
 * @param taken when it was begun; empty while Amazon does not tell
 */
public record Snapshot(String id, String instance, String state, int percent, String kind, Optional<Instant> taken) {

    /** Whether a database can be restored from it. */
    public boolean isComplete() {
        return state.equals("available");
    }
}
