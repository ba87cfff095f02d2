package cutover.patience;

import java.time.Duration;
import java.util.Locale;

/** Durations as people write them. */
public final class Durations {

    private Durations() {}

    /** "850 ms", "4.0 s", "2 min 5 s", "1 h 3 min". */
    public static String told(Duration duration) {
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
