package cutover.twin.log;

import java.time.Instant;

/** Writes what is past, each platform in its own shape. */
interface PastWriter {

    /** A request with its access line, and the record of its error. */
    void request(PastRequest request);

    /** A record of a loop that keeps the application warm; nothing where the platform does not do that. */
    void keptWarm(Instant at, String id);

    /** A record of the runtime itself, at its level DEBUG for what is received, at ERROR for what failed. */
    void event(Instant at, String id, String message);
}
