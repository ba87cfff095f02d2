package audit;

import cutover.patience.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * What the old host answered in as long a time as is audited.
 *
 * @param spans how long that took; less than there were requests, or none, where the log does not tell
 */
record OldDay(Instant from, Duration length, Tally tally, Spans spans) {

    /** When the old host was hardly used any more, those who still came are not like those who come to the new one. */
    private static final int COMPARABLE = 4;

    /**
     * The one with the highest figure, which the old host's visitors had to bear; of those with enough requests only, and not
     * much fewer than on its busiest day.
     */
    static Optional<OldDay> worst(
            List<OldDay> days, ToIntFunction<OldDay> count, int least, ToDoubleFunction<OldDay> figure) {
        int most = busiest(days, count);
        return days.stream()
                .filter(day -> count.applyAsInt(day) >= Math.max(least, most / COMPARABLE))
                .max(Comparator.comparingDouble(figure));
    }

    /** The highest count of all; zero where there are none. */
    static int busiest(List<OldDay> days, ToIntFunction<OldDay> count) {
        return days.stream().mapToInt(count).max().orElse(0);
    }

    int requests() {
        return tally.requests();
    }

    /** How many of them the log tells the time of. */
    int timed() {
        return spans.count();
    }

    /** For instance {@code 24 h 0 min from 2018-01-10T04:00:00Z}. */
    String told() {
        return Durations.told(length) + " from " + from.truncatedTo(ChronoUnit.MINUTES);
    }
}
