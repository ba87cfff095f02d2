package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What step L6 finds in the log of a site that earlier runs have visited too. */
class ErrorLogTest {

    @Test
    void aLogThatHeldCookiesIsMetOnceItIsMendedAlthoughEarlierRunsStandInIt() {
        try (Rehearsals rehearsals = new Rehearsals(Path.of("target/error-log"), "rehearsal")) {
            rehearsals.twin().faults().switchOn(Side.NEW, Fault.LOG_DUMPS_SECRETS);
            assertThat(l6(rehearsals, "dumping").get("L6")).endsWith("holds session cookies in clear");

            rehearsals.twin().faults().clear();

            assertThat(l6(rehearsals, "mended")).isEqualTo(Map.of("L6", ""));
        }
    }

    private static Map<String, String> l6(Rehearsals rehearsals, String name) {
        return rehearsals.run(name, Map.of("cutover.phase", "uat", "cutover.steps", "L6"));
    }
}
