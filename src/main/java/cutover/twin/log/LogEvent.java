package cutover.twin.log;

import java.time.Instant;

/**
 * One event of a log stream.
 *
 * @param number position in the group, from 0
 * @param message as written, with its line end
 * @param ingested from when on a search can find it
 */
public record LogEvent(long number, String stream, Instant timestamp, String message, Instant ingested) {}
