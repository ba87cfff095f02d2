package frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropagationClockTest {

    private static final Instant NOW = Instant.parse("2026-03-01T14:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void theLastReasonDecides() {
        PropagationClock clock = clock(
                ClockTerm.told(NOW, Duration.ofSeconds(200), "one resolver"),
                ClockTerm.told(NOW, Duration.ofSeconds(20), "another"));

        assertThat(clock.notBefore()).contains(NOW.plusSeconds(200));
        assertThat(clock.told()).isEqualTo("complete not before 14:03:20 (UTC), in 3 min 20 s");
        assertThat(clock.witnesses())
                .containsExactly("until 14:03:20 (UTC): one resolver", "until 14:00:20 (UTC): another");
    }

    @Test
    void theOldTtlCountsFromTheLatestPossibleTimeOfTheChangeAndSurelyFromTheEarliest() {
        PropagationClock clock = clock(ClockTerm.changed(
                NOW.minus(Duration.ofMinutes(10)), NOW.minus(Duration.ofMinutes(5)), HALF_AN_HOUR, "two runs"));

        assertThat(clock.notBefore()).contains(NOW.plus(Duration.ofMinutes(25)));
        assertThat(clock.surelyNotBefore()).contains(NOW.plus(Duration.ofMinutes(20)));
    }

    @Test
    void aChangeThatMayBeOldIsNotSurelyStillRemembered() {
        PropagationClock clock = clock(
                ClockTerm.changed(NOW.minus(Duration.ofDays(1)), NOW, HALF_AN_HOUR, "seen old yesterday"),
                ClockTerm.changed(NOW, HALF_AN_HOUR, "never seen"));

        assertThat(clock.surelyNotBefore()).isEmpty();
        assertThat(clock.notBefore()).contains(NOW.plus(HALF_AN_HOUR));
    }

    @Test
    void aTimeThatIsOverIsToldAsSuch() {
        PropagationClock clock = clock(ClockTerm.changed(
                NOW.minus(Duration.ofHours(3)), NOW.minus(Duration.ofHours(2)), HALF_AN_HOUR, "two runs"));

        assertThat(clock.notBefore()).isEmpty();
        assertThat(clock.told()).isEqualTo("it should have been complete at 12:30:00 (UTC)");
        assertThat(clock.witnesses()).containsExactly("until 12:30:00 (UTC): two runs");
    }

    @Test
    void aReasonThatEndsRightNowHasEnded() {
        assertThat(clock(ClockTerm.told(NOW, Duration.ZERO, "a resolver")).notBefore())
                .isEmpty();
    }

    @Test
    void withoutAReasonItDoesNotGuess() {
        assertThat(clock().told()).isEqualTo("nothing is known about when it will be complete");
        assertThat(clock().notBefore()).isEmpty();
        assertThat(clock().witnesses()).isEmpty();
    }

    @Test
    void anotherDayIsNamed() {
        assertThat(clock().time(NOW.plus(Duration.ofDays(1)))).isEqualTo("2026-03-02 14:00:00 (UTC)");
    }

    @Test
    void timesAreToldInTheZoneOfThoseWhoWait() {
        PropagationClock clock = new PropagationClock(NOW, ZoneId.of("America/Los_Angeles"), List.of());

        assertThat(clock.time(NOW)).isEqualTo("06:00:00 (America/Los_Angeles)");
        assertThat(clock.time(NOW.minus(Duration.ofHours(7)))).isEqualTo("2026-02-28 23:00:00 (America/Los_Angeles)");
    }

    @Test
    void aReasonThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> ClockTerm.changed(NOW, NOW.minusSeconds(1), HALF_AN_HOUR, "clocks that disagree"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before");
    }

    private static PropagationClock clock(ClockTerm... terms) {
        return new PropagationClock(NOW, ZoneOffset.UTC, List.of(terms));
    }
}
