package audit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.log.AccessLine;
import cutover.probe.log.LogLines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the old host's log tells of its traffic, and which of it is worth comparing with. */
class OldDaysTest {

    private static final Instant NOW = Instant.parse("2018-01-12T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    private final OldDays old = new OldDays(NOW, DAY);

    private void accessed(int times, int state, Instant at) {
        for (int i = 0; i < times; i++) {
            old.accessed(new AccessLine("", at, "GET", "/", state, 1, "", "", Duration.ofMillis(100)));
        }
    }

    private void routed(int times, String line, Instant at) {
        for (int i = 0; i < times; i++) {
            old.read(LogLines.event("heroku[router]", at, line));
        }
    }

    private static String line(String at, int status, String path) {
        return "at=" + at + " method=GET path=\"" + path
                + "\" host=www.example.org request_id=1 fwd=\"192.0.2.1\" dyno=web.1" + " connect=1ms service="
                + (status == 503 ? 30_001 : 18) + "ms status=" + status + " bytes=13";
    }

    @Test
    void requestsAreCountedInPiecesAsLongAsTheWindowTheLatestFirst() {
        accessed(3, 200, NOW.minusSeconds(5));
        accessed(2, 500, NOW.minus(DAY).minusSeconds(5));

        assertThat(old.days()).extracting(day -> day.tally().requests()).containsExactly(3, 2);
        assertThat(old.days())
                .extracting(OldDay::told)
                .containsExactly("24 h 0 min from 2018-01-11T12:00:00Z", "24 h 0 min from 2018-01-10T12:00:00Z");
        assertThat(old.days().get(1).tally().share(5)).isEqualTo(1000);
    }

    @Test
    void whereOnlyTheRouterTellsItsLinesAreCounted() {
        routed(4, line("info", 200, "/apply/?a=1"), NOW.minusSeconds(5));
        routed(1, line("error code=H12 desc=\"Request timeout\"", 503, "/"), NOW.minusSeconds(5));
        routed(2, line("info", 500, "/health/error?cutover=run-1"), NOW.minusSeconds(5));

        Tally day = old.days().get(0).tally();
        assertThat(day.requests()).as("without those of this suite").isEqualTo(5);
        assertThat(day.answered(5)).isOne();
        assertThat(day.spans().percentile(50)).isEqualTo(Duration.ofMillis(18));
        assertThat(day.spans().percentile(100)).isEqualTo(Duration.ofMillis(30_001));
    }

    @Test
    void whereBothTellARequestItIsCountedOnceAndWhatOnlyTheRouterAnsweredToo() {
        accessed(2, 200, NOW.minusSeconds(5));
        routed(2, line("info", 200, "/"), NOW.minusSeconds(5));
        routed(1, line("error code=H10 desc=\"App crashed\"", 503, "/"), NOW.minusSeconds(5));

        assertThat(old.days().get(0).tally().requests()).isEqualTo(3);
        assertThat(old.days().get(0).tally().answered(5)).isOne();
    }

    @Test
    void aTimeThatNobodyTellsIsNoneOfZero() {
        old.accessed(new AccessLine("", NOW.minusSeconds(5), "GET", "/", 200, 1, "", "", Duration.ZERO));
        assertThat(old.days().get(0).timed()).isZero();

        routed(1, line("info", 200, "/"), NOW.minusSeconds(5));
        assertThat(old.days().get(0).requests()).isOne();
        assertThat(old.days().get(0).spans().percentile(95))
                .as("the router tells it")
                .isEqualTo(Duration.ofMillis(18));
    }

    @Test
    void theWorstDayWithEnoughRequestsIsTheMeasure() {
        accessed(99, 500, NOW.minusSeconds(5));
        accessed(198, 200, NOW.minus(DAY).minusSeconds(5));
        accessed(2, 500, NOW.minus(DAY).minusSeconds(5));
        accessed(200, 200, NOW.minus(DAY.multipliedBy(2)).minusSeconds(5));

        assertThat(worst(old.days(), 100)).map(day -> day.tally().share(5)).contains(10.0);
        assertThat(worst(old.days(), 201)).isEmpty();
    }

    @Test
    void aDayOnWhichHardlyAnybodyCameAnyMoreIsNoMeasure() {
        accessed(100, 500, NOW.minusSeconds(5));
        accessed(401, 200, NOW.minus(DAY).minusSeconds(5));
        assertThat(worst(old.days(), 100)).map(day -> day.tally().share(5)).contains(1000.0);

        accessed(100, 200, NOW.minus(DAY).minusSeconds(5));
        assertThat(worst(old.days(), 100)).map(day -> day.tally().share(5)).contains(0.0);
    }

    private static Optional<OldDay> worst(List<OldDay> days, int least) {
        return OldDay.worst(days, OldDay::requests, least, day -> day.tally().share(5));
    }
}
