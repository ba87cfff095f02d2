package cutover.runbook;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run, as later runs know it.
 *
 * @param run the run's id
 * @param site where it was looked at, for instance {@code https://www.example.org}
 * @param narrowed why fewer steps ran than the phase has; empty when the whole phase ran
 * @param steps by id, those for which a test ran
 * @param facts what the steps chose to remember, by key; a key names one thing, the same in every run
 */
public record HistoryEntry(
        String run,
        String environment,
        Phase phase,
        String site,
        String narrowed,
        Instant started,
        Instant finished,
        SortedMap<String, StepPast> steps,
        SortedMap<String, Remembered> facts) {

    public HistoryEntry {
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /**
     * The run whose journal this is.
     *
     * @throws IllegalArgumentException if the journal does not begin with the start of a run
     */
    public static HistoryEntry of(List<Entry> journal, Instant finished, Map<String, Remembered> facts) {
        if (journal.isEmpty() || !(journal.get(0) instanceof RunStarted)) {
            throw new IllegalArgumentException("the journal does not say which run it belongs to");
        }
        RunStarted start = (RunStarted) journal.get(0);
        return new HistoryEntry(
                start.run(),
                start.environment(),
                start.phase(),
                start.host(),
                start.narrowed(),
                start.at(),
                finished,
                steps(new Attempts(journal)),
                new TreeMap<>(facts));
    }

    /** The value of a fact. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(facts.get(key)).map(Remembered::value);
    }

    /** Whether the run was to look at the whole phase. */
    public boolean isWhole() {
        return narrowed.isEmpty();
    }

    /** Whether the step has looked at the target and could tell. */
    public boolean hasLooked(String step) {
        return steps.containsKey(step) && steps.get(step).hasLooked();
    }

    private static SortedMap<String, StepPast> steps(Attempts attempts) {
        SortedMap<String, StepPast> steps = new TreeMap<>();
        for (String step : attempts.steps()) {
            long took = attempts.of(step).stream()
                    .mapToLong(run -> run.took().toMillis())
                    .sum();
            attempts.state(step).ifPresent(state -> steps.put(step, new StepPast(state, took)));
        }
        return steps;
    }
}
