package cutover.probe.log;

import java.time.Instant;

/**
 * One record.
 *
 * @param at when it was written, UTC
 * @param level as written, upper case, for instance {@code ERROR}; empty for a record without one
 * @param requestId the platform's id of the invocation; empty when the record names none
 * @param message without time, level and request id; several lines are joined by line feeds
 * @param stream where it was found: a stream of the log service, a dyno, a file
 * @param raw as it came, several lines joined by line feeds
 */
public record LogRecord(Instant at, String level, String requestId, String message, String stream, String raw) {

    /** True when the record has that level as a field, not when the word occurs in its text. */
    public boolean isLevel(String name) {
        return level.equalsIgnoreCase(name);
    }

    /** First line of the message. */
    public String headline() {
        return message.lines().findFirst().orElse("");
    }
}
