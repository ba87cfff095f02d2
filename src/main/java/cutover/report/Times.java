package cutover.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations as people read them. */
final class Times {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    private Times() {}

    /** "12 Jan 2026 20:00:00 UTC (12 Jan 12:00:00 America/Los_Angeles)". */
    static String told(Instant time, ZoneId zone) {
        String utc = FULL.format(time.atOffset(ZoneOffset.UTC)) + " UTC";
        return zone.normalized().equals(ZoneOffset.UTC)
                ? utc
                : utc + " (" + CLOCK.format(time.atZone(zone)) + " " + zone.getId() + ")";
    }

    /** "850 ms", "4.0 s", "2 min 5 s", "1 h 3 min". */
    static String told(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        if (millis < 3_600_000) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
