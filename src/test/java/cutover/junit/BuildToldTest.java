package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which steps tell the journal what build the site under test runs, so that sign-offs of another one are stale. */
class BuildToldTest {

    private static Rehearsals rehearsals;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/build-told"), "rehearsal");
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
    void whereTheSiteAppearsItsBuildIsTold() {
        assertThat(builds("uat", "L5")).containsExactly(demanded());
    }

    @Test
    void atEachAddressItIsToldToo() {
        assertThat(builds("live", "L13")).containsExactly(demanded());
    }

    @Test
    void anotherBuildThanTheDemandedOneIsToldAsItIs() {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.WRONG_BUILD);

        assertThat(builds("uat", "L5")).hasSize(1).doesNotContain(demanded());
    }

    @Test
    void theBuildOfTheSiteThatIsLeftIsNotThatOfTheOneUnderTest() {
        assertThat(builds("uat", "L1")).isEmpty();
    }

    @Test
    void aSiteThatShowsNoPageTellsNoBuild() {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.DATABASE_DOWN);

        assertThat(builds("uat", "L5")).isEmpty();
    }

    private static List<String> builds(String phase, String step) {
        rehearsals.run("build", Map.of("cutover.phase", phase, "cutover.steps", step));
        return rehearsals.builds();
    }

    private static String demanded() {
        return rehearsals.twin().values().get("twin.build.new");
    }
}
