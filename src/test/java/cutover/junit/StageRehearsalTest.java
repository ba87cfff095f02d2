package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checklist under the gateway's temporary address, where every path has the stage before it. */
class StageRehearsalTest {

    private static final Map<String, String> NEW_SITE = Map.of("cutover.steps", "L5,L6,L7,L8,L9,L10,L11");

    private static Rehearsals rehearsals;

    @BeforeAll
    static void start() {
        rehearsals = new Rehearsals(Path.of("target/stage"), "rehearsal-stage");
    }

    @AfterAll
    static void stop() {
        rehearsals.close();
    }

    @BeforeEach
    void asNew() {
        rehearsals.twin().reset();
    }

    @Test
    void everyStepIsMetBelowTheStage() {
        Map<String, String> steps = rehearsals.run("healthy", NEW_SITE);

        assertThat(steps.keySet()).containsExactlyInAnyOrder("L5", "L6", "L7", "L8", "L9", "L10", "L11");
        assertThat(steps.values()).allMatch(String::isEmpty, "no step has anything to say");
        assertThat(rehearsals.builds()).as("what sign-offs are held against").hasSize(1);
    }

    @Test
    void aFaultIsNoticedByExactlyItsStepBelowTheStageToo() {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.WRONG_TIME_ZONE);

        Map<String, String> open = new TreeMap<>(rehearsals.run("wrong-time-zone", NEW_SITE));
        open.values().removeIf(String::isEmpty);

        assertThat(open).containsOnlyKeys("L9");
        assertThat(open.get("L9")).contains("shows the known application").contains("differently");
    }

    @Test
    void redirectsAndLinksWithoutTheStageAreUnmetWhereNobodyAcceptedThem(@TempDir Path home) throws IOException {
        Map<String, String> open = new TreeMap<>(rehearsals.run("nothing-accepted", strict(home)));
        open.values().removeIf(String::isEmpty);

        String name = "rehearsal-stage-nothing-accepted";
        Messages.leave(name, rehearsals.messages());
        assertThat(open).containsOnlyKeys("L9", "L10");
        Messages.assertPinned(name, rehearsals.messages());
    }

    @Test
    void aSignInWithTheStageIsWhatItShouldBe(@TempDir Path home) throws IOException {
        rehearsals.twin().faults().switchOn(Side.NEW, Fault.STAGE_IN_REDIRECTS);

        assertThat(rehearsals.run("stage-in-redirects", strict(home)))
                .as("below the stage it is no fault, but the weakness mended")
                .containsEntry("L8", "")
                .containsEntry("L9", "");
        assertThat(rehearsals.met()).anyMatch(met -> met.endsWith("without sign-in leads to the sign-in"));
    }

    /** The new site's steps with the known weaknesses taken out of the environment's file. */
    private static Map<String, String> strict(Path home) throws IOException {
        Path environment = Copies.ofConfig(home).resolve("config/environments/rehearsal-stage.yaml");
        Files.writeString(environment, Files.readString(environment).replaceFirst("(?s)\naccepted:.*", "\n"));
        Map<String, String> parameters = new HashMap<>(NEW_SITE);
        parameters.put("cutover.home", home.toString());
        return parameters;
    }
}
