package cutover.report;

import cutover.runbook.Outcome;
import cutover.runbook.StepVerdict;
import cutover.runbook.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** When each test ran, as parts of the whole time, in percent. */
final class Waterfall {

    private record Timed(String id, TestRun run) {}

    private final List<Timed> runs;
    private final Instant from;
    private final long millis;

    Waterfall(List<StepVerdict> steps) {
        runs = steps.stream()
                .flatMap(step -> step.tests().stream().map(run -> new Timed(step.id(), run)))
                .filter(timed -> timed.run().outcome() != Outcome.SKIPPED)
                .sorted(Comparator.comparing(timed -> timed.run().startedAt()))
                .toList();
        from = runs.isEmpty() ? Instant.EPOCH : runs.get(0).run().startedAt();
        millis = runs.stream()
                .mapToLong(timed -> Duration.between(
                                from, timed.run().startedAt().plus(timed.run().took()))
                        .toMillis())
                .reduce(1, Math::max);
    }

    List<Page.Bar> bars() {
        return runs.stream().map(this::bar).toList();
    }

    /** Five labels from the start to the end; none when nothing ran. */
    List<String> ticks() {
        return runs.isEmpty()
                ? List.of()
                : Stream.of(0, 1, 2, 3, 4)
                        .map(quarter -> quarter == 0 ? "0" : Times.told(Duration.ofMillis(millis * quarter / 4)))
                        .toList();
    }

    private Page.Bar bar(Timed timed) {
        TestRun run = timed.run();
        Duration after = Duration.between(from, run.startedAt());
        Sign sign = Sign.of(run.state());
        return new Page.Bar(
                timed.id(),
                Printable.line(run.name()),
                sign.style(),
                run.state().text(),
                percent(after),
                percent(run.took()),
                Times.told(run.took()) + ", begun after " + Times.told(after));
    }

    private String percent(Duration part) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * Math.max(0, part.toMillis()) / millis);
    }
}
