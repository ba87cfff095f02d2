package frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:100:0:0:0:0:10, 2001:db8:100::10",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:db8:0:0:0:0:0:0, 2001:db8::",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "1:10:0:0:100:0:0:0, 1:10:0:0:100::"
    })
    void theLongestRunOfZerosIsLeftOut(String full, String shortened) {
        assertThat(Numbers.shortened(full)).isEqualTo(shortened);
    }
}
