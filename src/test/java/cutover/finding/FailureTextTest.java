package cutover.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    private static final Unmet UNMET = Finding.unmet("www.example.org answers 502")
            .expected("status 200")
            .butWas("status 502\nafter 3 s")
            .lookAt("https://www.example.org/")
            .lookAt("evidence/L5-first-page.txt")
            .toDo("read the function's log");

    @Test
    void anUnmetFindingIsASentenceAndFourFactsInAFixedOrder() {
        assertThat(FailureText.of(UNMET)).isEqualTo("""
                www.example.org answers 502
                  expected : status 200
                  but was  : status 502
                             after 3 s
                  look at  : https://www.example.org/
                             evidence/L5-first-page.txt
                  to do    : read the function's log""");
    }

    @Test
    void anUnknownFindingSaysThatItCouldNotTell() {
        Unknown unknown =
                Finding.unknown("the log could not be read").expected("records").because("AccessDenied");

        assertThat(FailureText.of(unknown)).isEqualTo("""
                could not tell: the log could not be read
                  expected : records
                  because  : AccessDenied""");
    }

    @Test
    void severalFindingsAreNumberedAndTheMetOnesLeftOut() {
        String text =
                FailureText.of(List.of(Finding.met("all is well"), UNMET, Finding.unmet("www.example.org is slow")));

        assertThat(text)
                .startsWith("(1/2) www.example.org answers 502\n")
                .endsWith("\n\n(2/2) www.example.org is slow");
        assertThat(text).doesNotContain("all is well");
    }

    @Test
    void theErrorCarriesAllFindings() {
        FindingError error = new FindingError(List.of(Finding.met("all is well"), UNMET));

        assertThat(error.findings()).hasSize(2);
        assertThat(error).hasMessageStartingWith("www.example.org answers 502");
    }

    @Test
    void aFindingWithoutASentenceIsRefused() {
        assertThatThrownBy(() -> Finding.met(" ")).hasMessageContaining("names the thing");
    }

    @Test
    void aPlaceToLookAtIsToldOnce() {
        assertThat(UNMET.lookAt("https://www.example.org/").lookAt("").lookAt()).hasSize(2);
    }
}
