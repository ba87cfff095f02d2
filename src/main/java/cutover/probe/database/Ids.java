package cutover.probe.database;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of ids, as ranges.
 *
 * @param ranges the first ones; more are counted only
 */
public record Ids(long count, List<Range> ranges) {

    static final int MOST = 10_000;

    public Ids {
        ranges = List.copyOf(ranges);
    }

    /** For instance {@code 49-52, 60}. */
    @Override
    public String toString() {
        long told = ranges.stream()
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
        return ranges.stream().map(Range::toString).collect(Collectors.joining(", "))
                + (told < count ? " and " + (count - told) + " more" : "");
    }

    /** All ids from the first to the last, which may be the same. */
    public record Range(long first, long last) {

        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    /** Takes ids in ascending order. */
    static final class Collector {

        private final List<Range> ranges = new ArrayList<>();
        private long count;

        void add(long id) {
            count++;
            int at = ranges.size() - 1;
            if (at >= 0 && ranges.get(at).last() == id - 1) {
                ranges.set(at, new Range(ranges.get(at).first(), id));
            } else if (ranges.size() < MOST) {
                ranges.add(new Range(id, id));
            }
        }

        Ids done() {
            return new Ids(count, ranges);
        }
    }
}
