package cutover.twin.aws;

import java.time.Instant;
import java.util.Map;

/** What lies in the account at a moment of the launch; asked at each request. */
public interface Account {

    /** When the rehearsal was set up; what lies there from before is so much older. */
    Instant begun();

    /** Whether the key works that the old host was given. */
    boolean retiredKeyWorks();

    /** Whether the deploy is about to begin or over; before that the snapshot is the one of the morning. */
    boolean deploying();

    /** Whether the team lets the new side run the scheduled work. */
    boolean scheduledHere();

    /** The application's files that the database names: key and content. */
    Map<String, byte[]> documents();
}
