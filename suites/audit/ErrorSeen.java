package audit;

import java.time.Instant;

/**
 * One error in a log.
 *
 * @param signature the same for all errors of one cause: numbers and ids are taken out of its first line
 * @param requestId the invocation; empty when the record names none
 * @param text the record as it came, or its beginning
 */
record ErrorSeen(String signature, Instant at, String requestId, String text) {

    private static final int MOST_TEXT = 4_000;

    ErrorSeen {
        text = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + " …" : text;
    }

    /** Whether the search for {@code Error}, which the team's own instructions name, would find it; it minds the case. */
    boolean saysError() {
        return text.contains("Error");
    }
}
