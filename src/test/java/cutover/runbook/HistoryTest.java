package cutover.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final String TTL = "dns example.org www A ttl";

    @Test
    void theLastRunOfAPhaseIsTheLastInTheFile() {
        HistoryEntry late = Past.night("2026-11-23T02:00:00Z").entry();
        HistoryEntry early = Past.night("2026-11-22T02:00:00Z").entry();
        HistoryEntry other = Past.run(Phase.DAY2, "2026-11-24T02:00:00Z").entry();

        assertThat(history(late, early, other).lastOf(Phase.NIGHTLY)).contains(early);
        assertThat(history(late, early, other).lastOf(Phase.LIVE)).isEmpty();
        HistoryEntry narrowed =
                Past.night("2026-11-25T02:00:00Z").narrowed("only N5").entry();
        assertThat(history(late, early, narrowed).lastOf(Phase.NIGHTLY)).contains(narrowed);
        assertThat(history(late, early, narrowed).lastWholeOf(Phase.NIGHTLY)).contains(early);
    }

    @Test
    void aFactTellsWhenItsOldValueWasSeenLastAndItsNewOneFirst() {
        History history = history(
                Past.run(Phase.UAT, "2026-01-01T02:00:00Z")
                        .fact("B2", TTL, "86400")
                        .entry(),
                Past.night("2026-01-02T02:00:00Z").fact("N5", TTL, "86400").entry(),
                Past.night("2026-01-03T02:00:00Z").entry(),
                Past.run(Phase.BEFORE, "2026-01-04T02:00:00Z")
                        .fact("B2", TTL, "60")
                        .entry(),
                Past.run(Phase.BEFORE, "2026-01-05T02:00:00Z")
                        .fact("B2", TTL, "60")
                        .entry());

        assertThat(history.since(TTL))
                .containsExactly(
                        new FactSpan("86400", at("2026-01-01T02:00:10Z"), at("2026-01-02T02:00:10Z")),
                        new FactSpan("60", at("2026-01-04T02:00:10Z"), at("2026-01-05T02:00:10Z")));
        assertThat(history.since("another")).isEmpty();
    }

    @Test
    void aValueThatComesBackIsAnotherSpan() {
        History history = history(
                ttl("2026-01-01T02:00:00Z", "60"),
                ttl("2026-01-02T02:00:00Z", "300"),
                ttl("2026-01-03T02:00:00Z", "60"));

        assertThat(history.since(TTL)).extracting(FactSpan::value).containsExactly("60", "300", "60");
    }

    @Test
    void aClockThatWentBackIsTold() {
        History history = history(
                ttl("2026-01-02T02:00:00Z", "60"),
                ttl("2026-01-01T02:00:00Z", "60"),
                ttl("2026-01-03T02:00:00Z", "60"));

        assertThat(history.doubts())
                .containsExactly(
                        "a clock went back: run run-of-2026-01-01T02:00:00Z ended at 2026-01-01T02:05:00Z,"
                                + " and run run-of-2026-01-02T02:00:00Z, which the history has before it, at 2026-01-02T02:05:00Z");
    }

    @Test
    void runsAtTheSameTimeAreNoClockThatWentBack() {
        assertThat(history(ttl("2026-01-02T02:00:30Z", "60"), ttl("2026-01-02T02:00:00Z", "60"))
                        .doubts())
                .isEmpty();
    }

    @Test
    void aTrendIsToldByTheMedianOfTheLastRuns() {
        Trend trend = trend(300, 4, 9_000, 9_000, 100, 120, 110, 5_000).orElseThrow();

        assertThat(trend.earlier()).containsExactly(100.0, 120.0, 110.0, 5_000.0);
        assertThat(trend.median()).isEqualTo(115);
        assertThat(trend.told()).isEqualTo("300, while the median of 4 earlier runs is 115");
    }

    @Test
    void growthIsMoreThanTwiceTheMedianAndMoreThanAFloor() {
        assertThat(trend(231, 9, 100, 120, 110, 115, 130).orElseThrow().grew(50))
                .isTrue();
        assertThat(trend(230, 9, 100, 120, 110, 115, 130).orElseThrow().grew(50))
                .isFalse();
        assertThat(trend(231, 9, 100, 120, 110, 115, 130).orElseThrow().grew(116))
                .isFalse();
    }

    @Test
    void twoRunsAreNoTrend() {
        assertThat(trend(300, 9, 100, 120)).isEmpty();
        assertThatThrownBy(() -> new Trend(List.of(1.0, 2.0), 3)).hasMessageContaining("3 earlier numbers");
    }

    @Test
    void whatIsNoNumberOrOfANarrowedRunIsNoPartOfATrend() {
        History history = history(Stream.of("fast", "NaN", "Infinity", "1", "2", "3")
                .map(value -> Past.night("2026-01-01T02:00:00Z").fact("N5", "time /", value))
                .flatMap(
                        past -> Stream.of(past.entry(), past.narrowed("only N5").entry()))
                .toArray(HistoryEntry[]::new));

        assertThat(history.trend(Phase.NIGHTLY, "time /", 9, 4)).contains(new Trend(List.of(1.0, 2.0, 3.0), 4));
    }

    @Test
    void aRunIsRememberedFromItsJournal() {
        Instant start = at("2026-01-01T02:00:00Z");
        Remembered fact = new Remembered("60", "B2", start);
        List<Entry> journal = List.of(
                new RunStarted("run-1", "prod", "https://a", Phase.NIGHTLY, false, "only B2", Map.of(), start),
                new StepStarted("B2", "one", "name", start),
                new StepFinished("B2", "one", "name", Outcome.UNMET, List.of(Finding.unmet("x")), 700, start),
                new StepFinished("B2", "one", "name", Outcome.MET, List.of(Finding.met("x")), 300, start),
                new StepFinished("B2", "two", "name", Outcome.MET, List.of(Finding.met("x")), 5, start),
                new StepStarted("N5", "three", "name", start));

        HistoryEntry entry = HistoryEntry.of(journal, start.plusSeconds(9), Map.of(TTL, fact));

        assertThat(entry.run()).isEqualTo("run-1");
        assertThat(entry.site()).isEqualTo("https://a");
        assertThat(entry.isWhole()).isFalse();
        assertThat(entry.started()).isEqualTo(start);
        assertThat(entry.finished()).isEqualTo(start.plusSeconds(9));
        assertThat(entry.steps())
                .containsEntry("B2", new StepPast(State.FLAKY, 1005))
                .containsEntry("N5", new StepPast(State.UNKNOWN, 0))
                .hasSize(2);
        assertThat(entry.value(TTL)).contains("60");
    }

    @Test
    void aJournalWithoutItsBeginningIsNoRun() {
        assertThatThrownBy(() -> HistoryEntry.of(List.of(), Instant.EPOCH, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static java.util.Optional<Trend> trend(double now, int most, int... earlier) {
        return history(IntStream.of(earlier)
                        .mapToObj(number -> Past.night("2026-01-01T02:00:00Z")
                                .fact("N5", "time /", String.valueOf(number))
                                .entry())
                        .toArray(HistoryEntry[]::new))
                .trend(Phase.NIGHTLY, "time /", most, now);
    }

    private static HistoryEntry ttl(String started, String ttl) {
        return Past.night(started).fact("N5", TTL, ttl).entry();
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    private static History history(HistoryEntry... entries) {
        return new History(List.of(entries), List.of());
    }
}
