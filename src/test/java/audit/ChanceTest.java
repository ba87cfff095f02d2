package audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as more than chance gives. */
class ChanceTest {

    @ParameterizedTest
    @CsvSource({
        // 10 of 10 coins: 0.00098; 9 of 9: 0.00195
        "10, 10, 0.5, true",
        "9, 9, 0.5, false",
        // 61 of 100 coins: 0.0176; 66: 0.0009; 65: 0.0018
        "61, 100, 0.5, false",
        "65, 100, 0.5, false",
        "66, 100, 0.5, true",
        // the 21st late one of 200, when 10 are expected: 0.0013; the 22nd: 0.0006
        "21, 200, 0.05, false",
        "22, 200, 0.05, true"
    })
    void aDifferenceCountsWhenChanceGivesItLessThanOnceInAThousand(int seen, int of, double each, boolean counts) {
        assertThat(Chance.isNone(seen, of, each)).isEqualTo(counts);
    }

    @Test
    void asManyAsAreExpectedOrFewerAreChance() {
        assertThat(Chance.isNone(0, 0, 0.5)).isFalse();
        assertThat(Chance.isNone(50, 100, 0.5)).isFalse();
        assertThat(Chance.isNone(1, 1_000_000, 0.5)).isFalse();
    }

    @Test
    void ofVeryManyItIsToldToo() {
        assertThat(Chance.isNone(501_000, 1_000_000, 0.5)).as("two deviations").isFalse();
        assertThat(Chance.isNone(502_000, 1_000_000, 0.5)).as("four").isTrue();
        assertThat(Chance.isNone(1_000_000, 1_000_000, 0.5))
                .as("less than a double can hold")
                .isTrue();
    }
}
