package cutover.notice;

import cutover.runbook.Decision;
import java.util.Locale;

/** How urgent a notice is. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    static Severity of(Decision decision) {
        return switch (decision) {
            case GO, REHEARSAL_PASSED -> INFO;
            case PARTIAL -> WARNING;
            case NO_GO, REHEARSAL_FAILED -> CRITICAL;
        };
    }

    /** For other programs. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
