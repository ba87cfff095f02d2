package cutover.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One run beside the earlier ones of its phase that looked at the whole of it. */
final class Comparison {

    private static final int RUNS_BACK = 14;
    /** Milliseconds more than usual, below which nobody is told. */
    private static final double STEP_FLOOR = 5_000;

    private static final double RESPONSE_FLOOR = 200;

    private final History history;
    private final List<HistoryEntry> earlier;
    private final HistoryEntry now;
    private final List<Change> changes = new ArrayList<>();

    Comparison(History history, HistoryEntry now) {
        this.history = history;
        this.earlier =
                history.of(now.phase()).stream().filter(HistoryEntry::isWhole).toList();
        this.now = now;
    }

    List<Change> changes() {
        if (!earlier.isEmpty()) {
            site();
            now.steps().keySet().forEach(this::step);
            missingSteps();
            now.facts().forEach(this::fact);
            now.steps().keySet().forEach(this::gone);
            now.steps().keySet().forEach(this::duration);
            now.facts().forEach(this::measure);
        }
        return List.copyOf(changes);
    }

    private void site() {
        HistoryEntry last = History.last(earlier).orElseThrow();
        if (!last.site().equals(now.site())) {
            changes.add(new Change(Change.Kind.CHANGED, "site", last.site(), now.site(), last.started()));
        }
    }

    private void step(String step) {
        Optional<HistoryEntry> last = lastWhere(run -> run.steps().containsKey(step));
        String is = now.steps().get(step).state().text();
        String was = last.map(run -> run.steps().get(step).state().text()).orElse(State.NOT_RUN.text());
        if (!is.equals(was)) {
            changes.add(new Change(
                    Change.Kind.STEP,
                    step,
                    was,
                    is,
                    last.or(() -> History.last(earlier)).orElseThrow().started()));
        }
    }

    private void missingSteps() {
        HistoryEntry last = History.last(earlier).orElseThrow();
        last.steps().forEach((step, past) -> {
            if (now.isWhole() && !now.steps().containsKey(step)) {
                changes.add(
                        new Change(Change.Kind.STEP, step, past.state().text(), State.NOT_RUN.text(), last.started()));
            }
        });
    }

    private void fact(String key, Remembered is) {
        Optional<HistoryEntry> last = lastLookOf(is.step());
        if (last.isEmpty() || Remembered.isMeasure(key)) {
            return;
        }
        String was = last.get().value(key).orElse(null);
        if (was == null) {
            changes.add(new Change(
                    Change.Kind.APPEARED, key, "", is.value(), last.get().started()));
        } else if (!was.equals(is.value())) {
            changes.add(new Change(
                    Change.Kind.CHANGED, key, was, is.value(), last.get().started()));
        }
    }

    /** A step that could not tell, or looked at a part only, says nothing of what it did not see. */
    private void gone(String step) {
        if (now.isWhole() && now.hasLooked(step)) {
            lastLookOf(step)
                    .ifPresent(last -> last.facts().forEach((key, was) -> {
                        if (was.step().equals(step) && !now.facts().containsKey(key) && !Remembered.isMeasure(key)) {
                            changes.add(new Change(Change.Kind.GONE, key, was.value(), "", last.started()));
                        }
                    }));
        }
    }

    private void duration(String step) {
        List<Double> took = earlier.stream()
                .filter(run -> run.hasLooked(step))
                .map(run -> (double) run.steps().get(step).tookMillis())
                .toList();
        Trend.of(
                        took.subList(Math.max(0, took.size() - RUNS_BACK), took.size()),
                        now.steps().get(step).tookMillis())
                .filter(trend -> trend.grew(STEP_FLOOR))
                .ifPresent(trend -> slower(step, trend, " ms"));
    }

    private void measure(String key, Remembered is) {
        if (Remembered.isMeasure(key)) {
            History.number(is.value())
                    .flatMap(number -> history.trend(now.phase(), key, RUNS_BACK, number))
                    .filter(trend -> trend.grew(RESPONSE_FLOOR))
                    .ifPresent(trend -> slower(key, trend, ""));
        }
    }

    private void slower(String subject, Trend trend, String unit) {
        changes.add(new Change(
                Change.Kind.SLOWER,
                subject,
                Trend.plain(trend.median()) + unit + " (median of "
                        + trend.earlier().size() + " runs)",
                Trend.plain(trend.now()) + unit,
                History.last(earlier).orElseThrow().started()));
    }

    private Optional<HistoryEntry> lastLookOf(String step) {
        return lastWhere(run -> run.hasLooked(step));
    }

    private Optional<HistoryEntry> lastWhere(Predicate<HistoryEntry> condition) {
        return History.last(earlier.stream().filter(condition).toList());
    }
}
