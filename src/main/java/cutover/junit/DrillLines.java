package cutover.junit;

import cutover.drill.DrillRecord;
import cutover.drill.Lost;
import cutover.finding.FailureText;
import cutover.patience.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a terminal shows of a drill that has ended. */
final class DrillLines {

    List<String> of(DrillRecord record) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + (record.isMet() ? "✔ " : "✘ ") + record.drill() + "  noticed after "
                + told(record.noticedAfter()) + ", decided after " + told(record.decidedAfter()) + ", back after "
                + told(record.backAfter()) + ", lost: " + lost(record.lost()));
        if (!record.isMet()) {
            FailureText.of(record.open()).lines().map(line -> "       " + line).forEach(lines::add);
        }
        return lines;
    }

    private static String told(Optional<Duration> after) {
        return after.map(Durations::told).orElse("–");
    }

    private static String lost(List<Lost> lost) {
        return lost.isEmpty() ? "nothing" : lost.stream().map(Lost::told).collect(Collectors.joining("; "));
    }
}
