package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The day after, the new host's traffic is held against the old one's, where there is something to hold it against. */
class AuditComparedTest {

    private static final Map<String, String> D3 = Map.of("cutover.phase", "day2", "cutover.steps", "D3");

    private static Rehearsals rehearsals;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/audit-compared"), "rehearsal");
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
    void aHealthyDayIsToldWithTheFiguresOfBothHosts() {
        assertThat(rehearsals.run("healthy", D3)).containsEntry("D3", "");

        assertThat(compared())
                .hasSize(3)
                .anyMatch(sentence -> sentence.contains(
                        "not markedly more requests with 5xx than the old host did: 1 of 202 requests of strangers (5.0 of"
                                + " 1000), there 1 of "))
                .anyMatch(sentence -> sentence.contains("with 4xx than the old host did: 2 of 202 "))
                .anyMatch(sentence ->
                        sentence.contains("is not markedly slower than the old host was: 95 of 100 requests"));
    }

    @Test
    void withoutTheOldHostsLogThereIsNothingToCompareWithAndTheBudgetStillHolds() throws IOException {
        rehearsals.run("written", D3);
        Files.writeString(oldLog(), "");

        assertThat(rehearsals.run("nothing", D3).get("D3"))
                .as("one error is no longer excused by the old host")
                .startsWith("the log of www.clearmyrecord.org tells of errors that are new: 1 of 1 kind");

        assertThat(compared())
                .hasSize(3)
                .allMatch(sentence ->
                        sentence.startsWith("www.clearmyrecord.org was not compared with the old host in its ")
                                && sentence.contains(": the log there tells of at most 0 "));
    }

    @Test
    void tooFewRequestsOnTheOldHostProveNothing() throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.PAST_MORE_NOT_FOUND);
        assertThat(rehearsals.run("enough", D3).get("D3"))
                .contains("answers more requests with 4xx than the old host did");
        List<String> few = Files.readAllLines(oldLog()).stream()
                .filter(line -> line.contains("/wp-login.php"))
                .toList();
        Files.write(oldLog(), few);

        rehearsals.run("few", D3);

        assertThat(rehearsals.open()).doesNotContain("than the old host did");
        assertThat(compared()).anyMatch(sentence -> sentence.contains("the log there tells of at most 2 requests"));
    }

    private static List<String> compared() {
        return rehearsals.met().stream()
                .filter(sentence -> sentence.contains("the old host"))
                .filter(sentence -> !sentence.startsWith("no unexpected error"))
                .toList();
    }

    private static Path oldLog() {
        return Path.of(rehearsals.twin().values().get("twin.old.log"));
    }
}
