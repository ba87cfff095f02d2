package cutover.provider.aws;

import java.time.Instant;

/**
 * One event of a log group.
 *
 * @param at the event's own time, UTC
 * @param message may hold several lines
 */
public record LogEvent(String stream, Instant at, String message) {}
