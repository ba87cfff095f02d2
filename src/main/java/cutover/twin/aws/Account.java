package cutover.twin.aws;

import java.time.Instant;
import java.util.Map;

/** What lies in the account as the world stands; asked at each request, told of what is changed. */
public interface Account {

    /** When the rehearsal was set up; what lies there from before is so much older. */
    Instant begun();

    /** Whether the key works that the old host was given. */
    boolean retiredKeyWorks();

    /** Somebody lets that key work, or no longer. */
    void letRetiredKeyWork(boolean whether);

    /** Whether the deploy is about to begin or over; before that the snapshot is the one of the morning. */
    boolean deploying();

    /** Whether the team lets the new side run the scheduled work. */
    boolean scheduledHere();

    /** Whether the database's name leads to a public address. */
    boolean databaseIsPublic();

    /** Somebody makes the database public or private. */
    void openDatabase(boolean isPublic);

    /** The application's files that the database names: key and content. */
    Map<String, byte[]> documents();
}
