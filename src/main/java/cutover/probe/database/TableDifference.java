package cutover.probe.database;

import java.time.Instant;
import java.util.Optional;

/**
 * What two copies of a table do not have in common.
 *
 * @param onlyLive ids that the copy lacks
 * @param early those of {@code onlyLive} that came in before the copy's moment; empty where either is not known
 * @param onlyCopy ids that only the copy has
 * @param changed ids of rows that are another in the copy; empty where {@code content} is false
 * @param oldest when the oldest of {@code onlyLive} came in; empty where nobody said which column has it
 * @param content whether the rows themselves could be compared: not where the two have other columns
 */
public record TableDifference(
        String table, Ids onlyLive, Ids early, Ids onlyCopy, Ids changed, Optional<Instant> oldest, boolean content) {

    /** Whether the two hold the same rows, as far as they could be compared. */
    public boolean isNone() {
        return onlyLive.count() + onlyCopy.count() + changed.count() == 0;
    }
}
