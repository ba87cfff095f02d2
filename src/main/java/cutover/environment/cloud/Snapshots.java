package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How young the newest snapshot of the database must be. */
public record Snapshots(
        @Doc("identifier of the instance at RDS") String instance,

        @Doc("its age at most before the launch (M1)") @Default("24h")
        Duration youngerThan,

        @Doc("its age at most when the deploy begins (L2)") @Default("2h")
        Duration atDeploy,

        @Doc("when the second sync of the media bucket (M6) ended; the snapshot of L2 must be newer. Leave it out where"
                + " nobody noted it")
        Optional<Instant> syncedAt) {

    public Snapshots {
        if (youngerThan.toMillis() < 1 || atDeploy.toMillis() < 1) {
            throw new IllegalArgumentException("the age of a snapshot is at least 1 ms");
        }
    }
}
