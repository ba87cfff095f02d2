package audit;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How long requests took, by the millisecond; takes no more memory than there are milliseconds in a minute. */
final class Spans {

    private static final int MOST = 60_000;

    private final NavigableMap<Integer, Integer> counts = new TreeMap<>();
    private int all;

    /** Longer ones count as a minute. */
    void add(Duration span) {
        counts.merge((int) Math.max(0, Math.min(MOST, span.toMillis())), 1, Integer::sum);
        all++;
    }

    int count() {
        return all;
    }

    /** How many took longer. */
    int longerThan(Duration span) {
        return counts.tailMap((int) Math.min(MOST, span.toMillis()), false).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The time within which that share of them, in percent, was answered; zero when there are none. */
    Duration percentile(int percent) {
        long wanted = (all * (long) percent + 99) / 100;
        long seen = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return Duration.ofMillis(entry.getKey());
            }
        }
        return Duration.ZERO;
    }
}
