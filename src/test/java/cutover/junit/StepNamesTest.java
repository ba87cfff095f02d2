package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepNamesTest {

    @ParameterizedTest
    @CsvSource({
        "theSiteAppears, the site appears",
        "thePdfIsTheRightPersons, the pdf is the right persons",
        "thePDFOpens, the pdf opens",
        "version2Answers, version2 answers",
        "x, x"
    })
    void aMethodsNameIsASentence(String method, String sentence) {
        assertThat(StepNames.sentence(method)).isEqualTo(sentence);
    }

    @Test
    void theStepsIdStandsInFront() throws NoSuchMethodException {
        assertThat(displayed("theAdminLoginWorks")).isEqualTo("L8 the admin login works");
        assertThat(displayed("noStep")).isEqualTo("no step");
    }

    private static String displayed(String name) throws NoSuchMethodException {
        Method method = Named.class.getDeclaredMethod(name);
        return new StepNames().generateDisplayNameForMethod(List.of(), Named.class, method);
    }

    static class Named {
        @Step("L8")
        void theAdminLoginWorks() {
            assertThat(this).isNotNull();
        }

        void noStep() {
            assertThat(this).isNotNull();
        }
    }
}
