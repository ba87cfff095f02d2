package cutover.report;

import cutover.drill.DrillRecord;
import cutover.runbook.Trend;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A drill beside its earlier runs.
 *
 * @param earlier of the same drill, oldest first
 */
record DrillPast(DrillRecord now, List<DrillRecord> earlier) {

    /** So many are shown, and compared with. */
    private static final int MOST = 12;

    /** Milliseconds more than usual, below which nothing is said. */
    private static final double FLOOR = 5_000;

    DrillPast {
        earlier = List.copyOf(earlier.subList(Math.max(0, earlier.size() - MOST), earlier.size()));
    }

    /** One sentence for each part that took markedly longer than it usually does. */
    List<String> slower() {
        return Stream.of(
                        slower("noticed", earlier, DrillRecord::noticedMillis),
                        slower("decided", earlier, DrillRecord::decidedMillis),
                        slower("back", provedAlike(), DrillRecord::backMillis))
                .flatMap(Optional::stream)
                .toList();
    }

    /** More steps take more time to prove, and that is not slower. */
    private List<DrillRecord> provedAlike() {
        return earlier.stream()
                .filter(record -> Set.copyOf(record.proves()).equals(Set.copyOf(now.proves())))
                .toList();
    }

    private Optional<String> slower(String part, List<DrillRecord> alike, ToLongFunction<DrillRecord> millis) {
        long took = millis.applyAsLong(now);
        List<Double> before = alike.stream()
                .map(record -> (double) millis.applyAsLong(record))
                .filter(each -> each >= 0)
                .toList();
        return Trend.of(before, took)
                .filter(trend -> trend.grew(FLOOR))
                .map(trend -> "Slower than before: " + part + " after " + told(took) + ", usually after "
                        + told((long) trend.median()) + " (median of " + before.size() + " runs)");
    }

    private static String told(long millis) {
        return Times.told(Duration.ofMillis(millis));
    }

    /** "in 4 earlier runs: 3 as it should, 1 not"; "no earlier run is remembered". */
    String summary() {
        if (earlier.isEmpty()) {
            return "no earlier run is remembered";
        }
        long met = earlier.stream().filter(DrillRecord::isMet).count();
        return "in " + earlier.size() + (earlier.size() == 1 ? " earlier run: " : " earlier runs: ") + met
                + " as it should" + (met == earlier.size() ? "" : ", " + (earlier.size() - met) + " not");
    }
}
