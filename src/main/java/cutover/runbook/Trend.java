package cutover.runbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A number beside those of earlier runs.
 *
 * @param earlier oldest first, at least three: fewer are no trend
 */
public record Trend(List<Double> earlier, double now) {

    private static final int FEWEST = 3;
    private static final double GROWTH = 2;

    public Trend {
        earlier = List.copyOf(earlier);
        if (earlier.size() < FEWEST) {
            throw new IllegalArgumentException("a trend needs " + FEWEST + " earlier numbers, not " + earlier);
        }
    }

    /** The trend; empty when there are too few earlier numbers to tell. */
    public static Optional<Trend> of(List<Double> earlier, double now) {
        return earlier.size() < FEWEST ? Optional.empty() : Optional.of(new Trend(earlier, now));
    }

    /** The middle one of the earlier numbers, or halfway between the two in the middle. */
    public double median() {
        List<Double> sorted = earlier.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * Whether the number is more than twice the median.
     *
     * @param floor what it must exceed the median by at least, so that nobody is woken for 2 ms instead of 1 ms
     */
    public boolean grew(double floor) {
        return now > GROWTH * median() && now - median() > floor;
    }

    /** "812, while the median of 14 earlier runs is 120". */
    public String told() {
        return plain(now) + ", while the median of " + earlier.size() + " earlier runs is " + plain(median());
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
