package frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.runbook.FactSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoweredTtlTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration MOST = Duration.ofSeconds(60);

    @Test
    void lowSinceOneOldTtlIsLongAgo() {
        LoweredTtl lowered = of(span("86400 s", 72, 50), span("60 s", 24, 1));

        assertThat(lowered.standing()).isEqualTo(LoweredTtl.Standing.LONG_AGO);
        assertThat(lowered.safe()).contains(NOW);
    }

    @Test
    void seenHighWithinOneOldTtlIsTooLate() {
        LoweredTtl lowered = of(span("86400 s", 72, 2), span("60 s", 1, 1));

        assertThat(lowered.standing()).isEqualTo(LoweredTtl.Standing.TOO_LATE);
        assertThat(lowered.safe()).contains(NOW.plus(Duration.ofHours(23)));
        assertThat(lowered.words()).contains("24 h 0 min", "2026-03-10T10:00:00Z", "2026-03-10T11:00:00Z");
    }

    @Test
    void seenHighLongAgoAndLowOnlyNowMayBeEither() {
        LoweredTtl lowered = of(span("86400 s", 72, 30));

        assertThat(lowered.standing()).isEqualTo(LoweredTtl.Standing.UNSURE);
        assertThat(lowered.safe()).contains(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void raisedAgainInBetweenCountsFromTheLastTime() {
        LoweredTtl lowered = of(span("60 s", 200, 100), span("3600 s", 99, 1), span("60 s", 0, 0));

        assertThat(lowered.standing()).isEqualTo(LoweredTtl.Standing.UNSURE);
        assertThat(lowered.safe()).contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void asLongAsOneServerWasHighItWasNotLow() {
        LoweredTtl lowered = of(span("60 s or 86400 s", 72, 2), span("60 s", 1, 1));

        assertThat(lowered.standing()).isEqualTo(LoweredTtl.Standing.TOO_LATE);
    }

    @Test
    void lowFromTheFirstRunOnIsNotKnownUntilNobodyKeepsAnythingSoLong() {
        assertThat(of(span("60 s", 100, 1)).standing()).isEqualTo(LoweredTtl.Standing.UNSURE);
        assertThat(of(span("60 s", 100, 1)).safe()).isEmpty();
        assertThat(of(span("60 s", 168, 1)).standing()).isEqualTo(LoweredTtl.Standing.LONG_AGO);
    }

    @Test
    void withoutAnEarlierRunItIsNotKnown() {
        assertThat(of().standing()).isEqualTo(LoweredTtl.Standing.UNSURE);
        assertThat(of().words()).contains("no earlier run");
    }

    private static LoweredTtl of(FactSpan... spans) {
        return LoweredTtl.of(List.of(spans), MOST, NOW);
    }

    private static FactSpan span(String value, int firstHoursAgo, int lastHoursAgo) {
        return new FactSpan(
                value, NOW.minus(Duration.ofHours(firstHoursAgo)), NOW.minus(Duration.ofHours(lastHoursAgo)));
    }
}
