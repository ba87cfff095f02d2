package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.Finding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says when it cannot start. */
class RunStartTest {

    private FixtureRuns runs;

    @BeforeEach
    void home(@TempDir Path home) {
        runs = new FixtureRuns(home);
    }

    @Test
    void anUnknownStepIsToldWithTheKnownOnes() {
        assertThat(problem(Map.of("cutover.steps", "L5,L99")))
                .contains("-Dsteps names L99, which config/runbook.yaml does not know; it has L5, L6, L17");
    }

    @Test
    void anUnknownPhaseIsToldWithTheKnownOnes() {
        assertThat(problem(Map.of("cutover.phase", "tonight")))
                .contains("-Dphase: no phase is called \"tonight\"; there are: before, uat, live");
    }

    @Test
    void aGridThatIsNoAddressIsTold() {
        assertThat(problem(Map.of("browser.grid", "grid.example.org:4444")))
                .contains("-Dbrowser.grid is no address such as http://grid.example.org:4444");
        assertThat(problem(Map.of("browser.grid", "http://not an address"))).contains("-Dbrowser.grid");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        runs.environment("broken", "phase: uat", "phase: uta\npersonal: yes");

        assertThat(problem(Map.of(
                        "cutover.environment",
                        "broken",
                        "cutover.steps",
                        "L0",
                        "browser.grid",
                        "x",
                        "cutover.phase",
                        "y")))
                .contains("-Dsteps names L0", "-Dbrowser.grid", "-Dphase", "broken.yaml:3", "personal");
    }

    @Test
    void aMissingSecretAndATypoAreToldTogetherWithTheirLines() {
        runs.environment(
                "secretive",
                "personas: {}",
                "personas: {staff: {login: staff@example.org, password: STAFF_PASSWORD}}\nmailboxen: {}");

        assertThat(problem(Map.of("cutover.environment", "secretive")))
                .contains("secretive.yaml:13", "STAFF_PASSWORD", "secretive.yaml:14", "mailboxen");
    }

    @Test
    void anEnvironmentThatDoesNotExistIsTold() {
        assertThat(problem(Map.of("cutover.environment", "nowhere"))).contains("nowhere.yaml");
    }

    @Test
    void aRunWhoseNameWasUsedBeforeIsTold() {
        runs.write("runs/used/" + Run.JOURNAL, "{}");

        assertThat(problem("used", Map.of())).contains("another run has written its journal");
    }

    @Test
    void noTestLooksAtAnythingAndTheGateSaysWhy() {
        Map<String, String> wrong = Map.of("cutover.steps", "L99");
        FixtureRuns.Told told = runs.run("wrong", wrong, Meets.class);

        assertThat(told.skipped()).containsOnlyKeys("first(Workbench)", "second(Workbench)");
        assertThat(runs.folder("wrong")).isDirectoryNotContaining("glob:**" + Run.JOURNAL);
        Gate.Judged judged = runs.judged("wrong");
        assertThat(judged.isGo()).isFalse();
        assertThat(judged.told()).startsWith("NO-GO\n- the run could not start: -Dsteps names L99, which config");
    }

    @Test
    void theProblemIsToldOnceThoughManyTestsAsk() {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (RunOrProblem opened = open("once", Map.of("cutover.steps", "L99"), console)) {
            for (int i = 0; i < 3; i++) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(opened::run))
                        .hasMessageContaining("L99");
            }
        }
        assertThat(console.toString(StandardCharsets.UTF_8)).containsOnlyOnce("L99");
    }

    private String problem(Map<String, String> said) {
        return problem("problem", said);
    }

    private String problem(String run, Map<String, String> said) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        open(run, said, console).close();
        String left = FixtureRuns.read(runs.folder(run).resolve(RunOrProblem.PROBLEMS));
        assertThat(console.toString(StandardCharsets.UTF_8)).contains(left);
        return left;
    }

    private RunOrProblem open(String run, Map<String, String> said, ByteArrayOutputStream console) {
        return RunOrProblem.open(
                runs.settings(run, said),
                Clock.systemUTC(),
                new SecureRandom(),
                Map.of(),
                Given.NOTHING,
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    static class Meets {
        @Step("L5")
        void first(Workbench bench) {
            bench.findings().add(Finding.met("it is there"));
        }

        @Step("L6")
        void second(Workbench bench) {
            bench.findings().add(Finding.met("it is mailed"));
        }
    }
}
