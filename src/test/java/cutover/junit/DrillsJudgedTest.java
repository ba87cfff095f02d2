package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.drill.DrillRecord;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrillsJudgedTest {

    private static Finding judged(Set<String> wanted, List<String> leaks, DrillRecord... records) {
        return new DrillsJudged(wanted, List.of(records), leaks, Path.of("target/cutover/run")).finding();
    }

    @Test
    void allThatWereAskedForLedBack() {
        Finding finding = judged(Set.of("one", "two"), List.of(), Drilled.met("one"), Drilled.met("two"));

        assertThat(finding.isMet()).isTrue();
        assertThat(finding.sentence()).isEqualTo("each of 2 drills went as it should: one, two");
    }

    @Test
    void noneAskedForIsNotMet() {
        assertThat(FailureText.of(judged(Set.of(), List.of())))
                .startsWith("the rollback drills: none was run")
                .contains("-Dphase=drills");
    }

    @Test
    void oneWithoutAnEndIsNotMetAndNamed() {
        assertThat(FailureText.of(judged(Set.of("one", "two"), List.of(), Drilled.met("one"))))
                .startsWith("the rollback drills: 1 of 2 went as they should")
                .contains("the drill two has no end", "-Ddrill=two", "run them again");
    }

    @Test
    void oneThatDidNotLeadBackIsNotMetWithItsFacts() {
        assertThat(FailureText.of(judged(Set.of("one", "two"), List.of(), Drilled.met("one"), Drilled.unmet("two"))))
                .startsWith("the rollback drills: 1 of 2 went as they should")
                .contains("the drill two: the old site is not back", "R2 not met", "nobody should rely on going back");
    }

    @Test
    void aSecretInTheirFilesIsNotMetAlthoughAllLedBack() {
        assertThat(FailureText.of(judged(Set.of("one"), List.of("TOKEN (plain) in drills.jsonl"), Drilled.met("one"))))
                .contains("there are secrets in the drills' own files", "TOKEN (plain) in drills.jsonl");
    }

    @Test
    void aDrillThatFoundNothingIsNotMet() {
        DrillRecord empty = Drilled.met("one");
        DrillRecord nothing = new DrillRecord(
                empty.drill(),
                empty.title(),
                empty.story(),
                empty.run(),
                empty.begun(),
                empty.broke(),
                empty.ended(),
                "",
                "",
                -1,
                -1,
                -1,
                empty.targets(),
                0,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(judged(Set.of("one"), List.of(), nothing).isMet()).isFalse();
    }
}
