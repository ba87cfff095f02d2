package cutover.twin.twilio;

import java.util.Locale;

/** How far a call is. */
enum CallStatus {
    QUEUED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    FAILED,
    NO_ANSWER,
    CANCELED;

    /** As the API writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean over() {
        return compareTo(IN_PROGRESS) > 0;
    }
}
