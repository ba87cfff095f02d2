package cutover.runbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Earlier runs against one environment, in the order in which they ended.
 *
 * @param entries of every phase; the order is that of the file, whatever their clocks said
 * @param damage what could not be read, one sentence each
 */
public record History(List<HistoryEntry> entries, List<String> damage) {

    /** The history before the first run. */
    public static final History EMPTY = new History(List.of(), List.of());

    /** Runs at the same time may end in one order and be written in the other. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    public History {
        entries = List.copyOf(entries);
        damage = List.copyOf(damage);
    }

    /** The runs in that phase, narrowed ones included. */
    public List<HistoryEntry> of(Phase phase) {
        return entries.stream().filter(entry -> entry.phase() == phase).toList();
    }

    /** The last run in that phase, narrowed ones included. */
    public Optional<HistoryEntry> lastOf(Phase phase) {
        return last(of(phase));
    }

    /** The last run that looked at the whole of that phase. */
    public Optional<HistoryEntry> lastWholeOf(Phase phase) {
        return last(of(phase).stream().filter(HistoryEntry::isWhole).toList());
    }

    /**
     * What a fact was over time, in every phase, oldest first; empty for one that no run has seen. After a change the last two
     * spans tell when the old value was still seen and when the new one was seen first. Runs that did not look leave no gap.
     */
    public List<FactSpan> since(String key) {
        List<FactSpan> spans = new ArrayList<>();
        seen(key).forEach(seen -> {
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).value().equals(seen.value())) {
                spans.set(last, spans.get(last).until(seen.seen()));
            } else {
                spans.add(new FactSpan(seen.value(), seen.seen(), seen.seen()));
            }
        });
        return List.copyOf(spans);
    }

    /**
     * A number beside what the last whole runs in that phase remembered under the key; empty with fewer than three of them.
     *
     * @param most how many runs to look back
     */
    public Optional<Trend> trend(Phase phase, String key, int most, double now) {
        List<Double> numbers = of(phase).stream()
                .filter(HistoryEntry::isWhole)
                .flatMap(entry -> entry.value(key).stream())
                .flatMap(value -> number(value).stream())
                .toList();
        return Trend.of(numbers.subList(Math.max(0, numbers.size() - most), numbers.size()), now);
    }

    /** What makes the history less than reliable, one sentence each. */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>(damage);
        for (int i = 1; i < entries.size(); i++) {
            setBack(entries.get(i - 1), entries.get(i)).ifPresent(doubts::add);
        }
        return List.copyOf(doubts);
    }

    /** Says so when a run ended, by its clock, before the one that ended before it. */
    static Optional<String> setBack(HistoryEntry before, HistoryEntry after) {
        return after.finished().plus(AT_ONCE).isBefore(before.finished())
                ? Optional.of("a clock went back: run " + after.run() + " ended at " + after.finished() + ", and run "
                        + before.run() + ", which the history has before it, at " + before.finished())
                : Optional.empty();
    }

    static Optional<HistoryEntry> last(List<HistoryEntry> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    static Optional<Double> number(String value) {
        try {
            return Optional.of(Double.parseDouble(value)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Stream<Remembered> seen(String key) {
        return entries.stream().map(entry -> entry.facts().get(key)).filter(Objects::nonNull);
    }
}
