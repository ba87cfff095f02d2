package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A copy of the database, restored from a snapshot beside the live one, to go back to. */
public record Restored(
        @Doc("where the copy is; never the live database itself")
        DatabasePlace at,

        @Doc("when the snapshot was taken: what came in before must be in the copy. Leave it out where nobody noted it")
        Optional<Instant> taken,

        @Doc(
                "the newest migration of each application of the framework that the old code knows, such as intake: 0066_…")
        @Default("{}")
        Map<String, String> migrations) {

    /** @throws IllegalArgumentException when the copy is the live database */
    public void demandOtherThan(DatabasePlace live) {
        if (at.isAlso(live)) {
            throw new IllegalArgumentException("restored names " + at.told()
                    + ", the live database itself: a copy is restored beside it, never over it");
        }
    }
}
