package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the old site's public lists held before the deploy is remembered by one run and compared by another. */
class PublicListsKeptTest {

    private static Rehearsals rehearsals;

    @TempDir
    private Path history;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/public-lists"), "rehearsal");
    }

    @AfterAll
    static void stop() {
        rehearsals.close();
    }

    @BeforeEach
    void reset() {
        rehearsals.twin().reset();
    }

    @Test
    void theRunBeforeTheDeployIsTheWitness() {
        assertThat(run("before", "M2")).isEqualTo(Map.of("M2", ""));
        assertThat(run("uat", "L5")).isEqualTo(Map.of("L5", ""));
        assertThat(rehearsals.met())
                .contains(
                        "the list of partners at www.clearmyrecord.org is what it was before the deploy: 18 entries",
                        "the list of counties at www.clearmyrecord.org is what it was before the deploy: 17 entries");

        rehearsals.twin().faults().switchOn(Side.NEW, Fault.FIXTURES_LOADED);

        assertThat(run("uat", "L5").get("L5"))
                .isEqualTo("the list of partners at www.clearmyrecord.org is not what it was before the deploy");
        assertThat(rehearsals.open()).contains("gone: Yolo County Public Defender", "gone: Yolo County\n");
    }

    @Test
    void withoutARunBeforeTheDeployNothingIsSaidOfThem() {
        assertThat(run("uat", "L5")).isEqualTo(Map.of("L5", ""));
        assertThat(rehearsals.met()).noneMatch(sentence -> sentence.startsWith("the list of"));
    }

    @Test
    void aPageThatCannotBeReadIsNotRemembered() {
        rehearsals.twin().faults().switchOn(Side.OLD, Fault.DATABASE_DOWN);
        run("before", "M2");
        rehearsals.twin().faults().clear();

        assertThat(run("uat", "L5")).isEqualTo(Map.of("L5", ""));
        assertThat(rehearsals.met()).noneMatch(sentence -> sentence.startsWith("the list of"));
    }

    private Map<String, String> run(String phase, String step) {
        return rehearsals.run(
                "lists", Map.of("cutover.phase", phase, "cutover.steps", step, "cutover.history", history.toString()));
    }
}
