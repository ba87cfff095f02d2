package cutover.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {

    private static final String LAST = "2026-11-22T02:00:00Z";
    private static final String NOW = "2026-11-23T02:00:00Z";

    @Test
    void theFirstRunIsComparedWithNothing() {
        Changes changes = changes(Past.night(NOW).met("N5").fact("N5", "a", "1"));

        assertThat(changes).isEqualTo(Changes.NONE);
    }

    @Test
    void theSameAsLastNightIsNoChange() {
        Changes changes = changes(
                Past.night(NOW).met("N5").fact("N5", "a", "1"),
                Past.night(LAST).met("N5").fact("N5", "a", "1"));

        assertThat(changes.last()).map(HistoryEntry::run).contains("run-of-" + LAST);
        assertThat(changes.all()).isEmpty();
        assertThat(changes.missedNights()).isEmpty();
        assertThat(changes.doubts()).isEmpty();
    }

    @Test
    void whatAppearedIsGoneOrIsAnotherIsTold() {
        Past last = Past.night(LAST)
                .met("N5")
                .fact("N5", "a", "1")
                .fact("N5", "b", "2")
                .fact("N5", "c", "3");
        Past now = Past.night(NOW)
                .met("N5")
                .fact("N5", "a", "1")
                .fact("N5", "b", "20")
                .fact("N5", "d", "4");

        assertThat(told(now, last)).containsExactly("b: 20, was 2", "d: 4, was not there", "c: not there, was 3");
    }

    @Test
    void aStepThatEndsOtherwiseIsTold() {
        Past last = Past.night(LAST).met("N1").met("N5").met("N6");
        Past now = Past.night(NOW).step("N1", State.UNMET, 100).met("N5").met("N8");

        assertThat(told(now, last))
                .containsExactly("N1: not met, was met", "N8: met, was not run", "N6: not run, was met");
    }

    @Test
    void anotherSiteIsTold() {
        assertThat(told(Past.night(NOW).at("https://new.example.org"), Past.night(LAST)))
                .containsExactly("site: https://new.example.org, was https://www.example.org");
    }

    @Test
    void otherPhasesAreNoMeasure() {
        assertThat(changes(
                        Past.night(NOW).met("N5").fact("N5", "a", "1"),
                        Past.run(Phase.DAY2, LAST).met("N5").fact("N5", "a", "2")))
                .isEqualTo(Changes.NONE);
    }

    /** Our own trouble is not theirs: what a step could not look at is not gone. */
    @Test
    void aStepThatCouldNotTellHasSeenNothingGo() {
        Past last = Past.night(LAST).met("N5").fact("N5", "a", "1").fact("N5", "b", "2");
        Past now = Past.night(NOW).step("N5", State.UNKNOWN, 100).fact("N5", "a", "10");

        assertThat(told(now, last)).containsExactly("N5: could not tell, was met", "a: 10, was 1");
    }

    @Test
    void aNightOfOurOwnTroubleHidesNoChange() {
        Past earlier = Past.night("2026-11-21T02:00:00Z")
                .met("N5")
                .fact("N5", "a", "1")
                .fact("N5", "b", "2");
        Past trouble = Past.night(LAST).step("N5", State.UNKNOWN, 100);
        Past now = Past.night(NOW).met("N5").fact("N5", "a", "10").fact("N5", "c", "3");

        Changes changes = changes(now, earlier, trouble);
        assertThat(changes.all())
                .extracting(Change::told)
                .containsExactly(
                        "N5: met, was could not tell", "a: 10, was 1", "c: 3, was not there", "b: not there, was 2");
        assertThat(changes.all().get(1).since()).isEqualTo(earlier.started());
    }

    @Test
    void theFactsOfANewStepAreNoNews() {
        assertThat(told(
                        Past.night(NOW).met("N5").met("N8").fact("N8", "a", "1"),
                        Past.night(LAST).met("N5")))
                .containsExactly("N8: met, was not run");
    }

    @Test
    void aNarrowedRunMissesNothing() {
        Past last = Past.night(LAST).met("N1").met("N5").fact("N5", "a", "1").fact("N5", "b", "2");
        Past now = Past.night(NOW).met("N5").fact("N5", "a", "3").narrowed("only the tests -Dit.test=Tls");

        assertThat(told(now, last)).containsExactly("a: 3, was 1");
    }

    @Test
    void aNarrowedRunIsNoMeasure() {
        Past whole = Past.night("2026-11-21T02:00:00Z").met("N1").met("N5").fact("N5", "a", "1");
        Past narrowed = Past.night(LAST).met("N5").narrowed("only the tests -Dit.test=Tls");
        Past now = Past.night(NOW).met("N1").met("N5").fact("N5", "a", "1");

        assertThat(told(now, whole, narrowed)).isEmpty();
        assertThat(changes(now, whole, narrowed).last()).contains(whole.entry());
        assertThat(changes(now, narrowed)).isEqualTo(Changes.NONE);
    }

    @Test
    void timesAreComparedWithTheMedianOfEarlierNights() {
        Past[] earlier = Stream.of(100, 140, 120)
                .map(millis -> Past.night(LAST)
                        .step("N5", State.MET, millis * 30)
                        .fact("N5", "time /health/", String.valueOf(millis)))
                .toArray(Past[]::new);

        assertThat(told(Past.night(NOW).step("N5", State.MET, 9_000).fact("N5", "time /health/", "812"), earlier))
                .containsExactly(
                        "N5: 9000 ms, usually 3600 ms (median of 3 runs)",
                        "time /health/: 812, usually 120 (median of 3 runs)");
        assertThat(told(Past.night(NOW).step("N5", State.MET, 8_000).fact("N5", "time /health/", "310"), earlier))
                .isEmpty();
        assertThat(told(Past.night(NOW).step("N5", State.MET, 3_000), earlier)).isEmpty();
    }

    @Test
    void aClockThatWentBackAndDamageAreDoubts() {
        History damaged = new History(List.of(Past.night(NOW).entry()), List.of("1 line cannot be read"));
        Changes changes = Changes.of(damaged, Past.night(LAST).entry(), ZoneOffset.UTC);

        assertThat(changes.doubts()).hasSize(2).first().isEqualTo("1 line cannot be read");
        assertThat(changes.doubts().get(1)).startsWith("a clock went back: ");
        assertThat(changes.missedNights()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // last start, this start, zone, the missed dates
        "2026-11-22T02:00:00Z, 2026-11-25T02:00:00Z, UTC, 2026-11-23 2026-11-24",
        "2026-11-22T02:00:00Z, 2026-11-23T02:00:00Z, UTC, ''",
        "2026-11-22T02:00:00Z, 2026-11-22T15:00:00Z, UTC, ''",
        "2026-11-22T02:00:00Z, 2026-11-23T13:59:59Z, UTC, ''",
        "2026-11-22T02:00:00Z, 2026-11-23T14:00:00Z, UTC, 2026-11-23",
        // summer time ends on 2026-11-01 and begins on 2026-03-08: days of 25 and of 23 hours
        "2026-10-31T09:30:00Z, 2026-11-01T10:30:00Z, America/Los_Angeles, ''",
        "2026-10-31T09:30:00Z, 2026-11-02T10:30:00Z, America/Los_Angeles, 2026-11-01",
        "2026-03-07T10:30:00Z, 2026-03-09T09:30:00Z, America/Los_Angeles, 2026-03-08",
        "2026-03-07T10:30:00Z, 2026-03-08T10:30:00Z, America/Los_Angeles, ''",
        // half past eleven in the evening: the dates are those of the zone, not of UTC
        "2026-03-07T07:30:00Z, 2026-03-10T06:30:00Z, America/Los_Angeles, 2026-03-07 2026-03-08",
        "2026-10-31T06:30:00Z, 2026-11-03T07:30:00Z, America/Los_Angeles, 2026-10-31 2026-11-01",
    })
    void aNightWithoutARunIsVisibleTheNextTime(String last, String now, String zone, String missed) {
        Changes changes = Changes.of(history(Past.night(last)), Past.night(now).entry(), ZoneId.of(zone));

        assertThat(changes.missedNights()).isEqualTo(dates(missed));
    }

    @Test
    void aNarrowedRunIsNoNight() {
        Past narrowed = Past.night(LAST).narrowed("only the steps N5");

        assertThat(changes(Past.night(NOW), Past.night("2026-11-21T02:00:00Z"), narrowed)
                        .missedNights())
                .containsExactly(LocalDate.of(2026, 11, 22));
    }

    @Test
    void onlyNightlyRunsAreDueEveryNight() {
        Changes changes =
                changes(Past.run(Phase.DAY2, "2026-11-29T02:00:00Z"), Past.run(Phase.DAY2, "2026-11-22T02:00:00Z"));

        assertThat(changes.missedNights()).isEmpty();
    }

    private static List<LocalDate> dates(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ")).map(LocalDate::parse).toList();
    }

    private static List<String> told(Past now, Past... earlier) {
        return changes(now, earlier).all().stream().map(Change::told).toList();
    }

    private static Changes changes(Past now, Past... earlier) {
        return Changes.of(history(earlier), now.entry(), ZoneOffset.UTC);
    }

    private static History history(Past... earlier) {
        return new History(Stream.of(earlier).map(Past::entry).toList(), List.of());
    }
}
