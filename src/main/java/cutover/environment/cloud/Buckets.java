package cutover.environment.cloud;

import cutover.config.Default;
import cutover.config.Doc;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Where the application's files lie on both sides, and what is known of them. */
public record Buckets(
        @Doc("bucket of the side that the application leaves")
        String from,

        @Doc("bucket of the side that it moves to, synced with the other")
        String to,

        @Doc("region of the first bucket; leave it out where it is the account's")
        Optional<String> fromRegion,

        @Doc("a file with the keys that the database names, one a line, for instance what"
                + " psql -Atc 'select pdf from intake_filledpdf' prints; leave it out, and no step knows which files"
                + " the database needs")
        Optional<Path> named,

        @Doc("key of a file that is always there, best that of known.pdf; strangers must not get it")
        String known,

        @Doc(
                "when the first sync (M4) began: what was written later is M6's to take along. Leave it out where nobody noted"
                        + " it")
        Optional<Instant> syncedAt,

        @Doc(
                "since when files may have been built from broken data: R13 opens those that were written later. Leave it out"
                        + " for all")
        Optional<Instant> brokenSince,

        @Doc("how many keys are asked for at once, 1 to 1000") @Default("1000")
        int page) {

    public Buckets {
        if (page < 1 || page > 1000) {
            throw new IllegalArgumentException("a page of keys holds 1 to 1000, got " + page);
        }
    }
}
