package cutover.report;

import cutover.runbook.EarlierSteps;
import cutover.runbook.State;
import cutover.runbook.StepPast;
import cutover.runbook.StepVerdict;
import cutover.runbook.Trend;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One step over the last runs of the phase, the oldest first. */
final class Strip {

    /** Milliseconds more than usual, below which nothing is said. */
    private static final double FLOOR = 5_000;

    private final StepVerdict step;
    private final List<Seen> earlier;

    /** @param earlier the runs before this one; one that was not to look at the step is left out */
    Strip(StepVerdict step, List<EarlierSteps.Of> earlier) {
        this.step = step;
        this.earlier = earlier.stream().anyMatch(run -> run.steps().containsKey(step.id()))
                ? earlier.stream().flatMap(run -> seen(run).stream()).toList()
                : List.of();
    }

    /** The step in one run. */
    record Seen(String run, Instant started, StepPast past) {}

    /** Empty for a step that no earlier run has looked at. */
    List<Seen> earlier() {
        return earlier;
    }

    /** How long it took in earlier runs that could tell; empty with fewer than three of them. */
    Optional<Trend> trend() {
        return step.tests().isEmpty()
                ? Optional.empty()
                : Trend.of(
                        earlier.stream()
                                .filter(seen -> seen.past().hasLooked())
                                .map(seen -> (double) seen.past().tookMillis())
                                .toList(),
                        step.took().toMillis());
    }

    /** None for a step that no earlier run has looked at. */
    List<Page.Past> shown(Optional<Instant> now, ZoneId zone) {
        if (earlier.isEmpty()) {
            return List.of();
        }
        List<Page.Cell> cells = new ArrayList<>(earlier.stream()
                .map(seen -> cell(Times.told(seen.started(), zone), seen.past(), false))
                .toList());
        cells.add(cell(
                now.map(start -> Times.told(start, zone)).orElse("this run"),
                new StepPast(step.state(), step.took().toMillis()),
                true));
        return List.of(new Page.Past(summary(), cells, trend().map(Strip::told).orElse("")));
    }

    private Optional<Seen> seen(EarlierSteps.Of run) {
        StepPast past = run.steps().get(step.id());
        return past == null && !run.whole()
                ? Optional.empty()
                : Optional.of(new Seen(run.run(), run.started(), past == null ? new StepPast(State.NOT_RUN, 0) : past));
    }

    private Page.Cell cell(String when, StepPast past, boolean now) {
        return new Page.Cell(
                Sign.of(past.state()).style(),
                past.state().text(),
                when,
                past.tookMillis() == 0 ? "" : Times.told(Duration.ofMillis(past.tookMillis())),
                String.format(Locale.ROOT, "%.1f", 100.0 * past.tookMillis() / longest()),
                now);
    }

    private long longest() {
        return Stream.concat(
                        earlier.stream().map(seen -> seen.past().tookMillis()),
                        Stream.of(step.took().toMillis()))
                .reduce(1L, Math::max);
    }

    /** "in 4 earlier runs: 3 met, 1 not met". */
    private String summary() {
        return "in " + earlier.size() + (earlier.size() == 1 ? " earlier run: " : " earlier runs: ")
                + Stream.of(State.values())
                        .map(state -> new Counted(state, count(state)))
                        .filter(counted -> counted.number() > 0)
                        .map(counted -> counted.number() + " " + counted.state().text())
                        .collect(Collectors.joining(", "));
    }

    private record Counted(State state, long number) {}

    private long count(State state) {
        return earlier.stream().filter(seen -> seen.past().state() == state).count();
    }

    private static String told(Trend trend) {
        return (trend.grew(FLOOR) ? "Slower than usual: " : "")
                + Times.told(Duration.ofMillis((long) trend.now())) + ", usually "
                + Times.told(Duration.ofMillis((long) trend.median())) + " (median of "
                + trend.earlier().size() + " runs)";
    }
}
