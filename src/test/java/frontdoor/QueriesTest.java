package frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "next=%2Fa%2F # next=%252Fa%252F # escapes the query once more",
                "name=Jos%C3%A9%20N # name=Jos%25C3%25A9%2520N # escapes the query once more",
                "ids=1,2 # ids=1%2C2 # writes the query in other bytes, which mean the same",
                "keys=a%7Cb # keys=a|b # writes the query in other bytes, which mean the same",
                "q=two+words&q=again # q=two+words # loses 'q=again' of the query",
                "q=two&q=again # q=again # loses 'q=two' of the query",
                "q=x # q=x&utm=1 # changes the query"
            })
    void aChangeIsNamed(String before, String after, String words) {
        assertThat(Queries.change(before, after)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "next=/a/%3Fids%3D8%2C8 # next=/a/%3Fids%3D8%252C8 # true",
                "q=100% # q=100% # true",
                "q=a+b # q=a%20b # false",
                "q=a # q=b # false"
            })
    void escapesAsideTheSameTextIsTheSame(String one, String other, boolean same) {
        assertThat(Queries.same(one, other)).isEqualTo(same);
    }
}
