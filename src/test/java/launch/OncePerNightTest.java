package launch;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.runbook.History;
import cutover.runbook.HistoryEntry;
import cutover.runbook.Phase;
import cutover.runbook.State;
import cutover.runbook.StepPast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which of several runs in one night did what is done once. */
class OncePerNightTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T02:00:00Z");

    @Test
    void theFirstRunOfANightDoesIt() {
        assertThat(OncePerNight.lastDone(history(met("a", 0), met("b", 1)), "N6"))
                .map(HistoryEntry::run)
                .contains("a");
    }

    @Test
    void aRunThatLeanedOnAnotherDoesNotStretchTheNight() {
        assertThat(OncePerNight.lastDone(history(met("a", 0), met("b", 8), met("c", 16), met("d", 24)), "N6"))
                .map(HistoryEntry::run)
                .contains("c");
    }

    @Test
    void aRunThatDidNotMeetItCountsForNothing() {
        assertThat(OncePerNight.lastDone(history(run("a", 0, State.UNMET), run("b", 1, State.UNKNOWN)), "N6"))
                .isEmpty();
        assertThat(OncePerNight.lastDone(History.EMPTY, "N6")).isEmpty();
    }

    private static History history(HistoryEntry... runs) {
        return new History(List.of(runs), List.of());
    }

    private static HistoryEntry met(String run, int hours) {
        return run(run, hours, State.MET);
    }

    private static HistoryEntry run(String run, int hours, State state) {
        Instant at = NIGHT.plus(Duration.ofHours(hours));
        return new HistoryEntry(
                run,
                "prod",
                Phase.NIGHTLY,
                "https://www.example.org",
                "",
                at,
                at,
                new TreeMap<>(Map.of("N6", new StepPast(state, 1))),
                new TreeMap<>());
    }
}
