package audit;

import java.time.Duration;

/** How long requests took, by the millisecond; takes the same memory however many there are. */
final class Spans {

    private static final int MOST = 60_000;

    private final int[] counts = new int[MOST + 1];
    private int all;

    /** Longer ones count as a minute. */
    void add(Duration span) {
        counts[(int) Math.max(0, Math.min(MOST, span.toMillis()))]++;
        all++;
    }

    /** The time within which that share of them, in percent, was answered; zero when there are none. */
    Duration percentile(int percent) {
        long wanted = (all * (long) percent + 99) / 100;
        long seen = 0;
        for (int millis = 0; millis <= MOST && wanted > 0; millis++) {
            seen += counts[millis];
            if (seen >= wanted) {
                return Duration.ofMillis(millis);
            }
        }
        return Duration.ZERO;
    }
}
