package cutover.build.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped Jenkinsfile lets one run look at an environment, and sends away whoever comes meanwhile. */
class JenkinsfileRefusesTest {

    private final Server server = new Server().with(Secrets.ofAllEnvironments());
    private Workspace workspace;
    private String file;

    @BeforeEach
    void emptyWorkspace(@TempDir Path home) throws IOException {
        workspace = new Workspace(home);
        file = Files.readString(Path.of("Jenkinsfile"));
    }

    @AfterEach
    void noMoreIsAskedAndCalledThanExpected() {
        assertThat(server.isUsedUp()).isTrue();
    }

    @Test
    void aSecondRunOfTheSameEnvironmentIsRefusedAtOnce() {
        server.holds("cutover-prod").runs(6, "temp: running").runs(5, "prod: GO");
        Build build = build(Map.of("ENV", "prod"));

        assertThat(build.ending()).isEqualTo(Ending.FAILURE);
        assertThat(build.description())
                .isEqualTo("prod: refused, #5 (https://jenkins.example.org/job/cutover/5/) is going on");
        assertThat(build.console().lines())
                .containsExactly(
                        "[cutover-prod] is locked by somebody, skipping execution...",
                        "ERROR: Refused: prod is being judged by #5 (https://jenkins.example.org/job/cutover/5/)."
                                + " Nothing was begun and nothing is judged by this run. What to do: let that one end"
                                + " (it may be asking a person), or abort it; then start this one again.",
                        "NO-GO, nothing was judged: the next step must not begin");
    }

    @Test
    void whatIsRefusedDoesNothingAndKeepsNothing() {
        workspace.write(
                "target/cutover/report.json", MavenCall.ends(0, "GO", "prod").report());
        server.holds("cutover-prod");
        Build build = build(Map.of("ENV", "prod"));

        assertThat(build.stages())
                .containsExactly(Map.entry("Run", Ending.SUCCESS), Map.entry("Refused", Ending.FAILURE));
        assertThat(build.steps()).containsOnly("error", "echo");
        assertThat(workspace.mavenCalls()).isEmpty();
        assertThat(build.archived()).as("the report of an earlier build").isEmpty();
        assertThat(build.tests()).isEmpty();
    }

    @Test
    void whereNoBuildOfThisJobIsAboutItTheLockNamesWhoHoldsIt() {
        server.holds("cutover-prod").runs(6, "prod: refused, #5 is going on").runs(4, "old: running");
        Build build = build(Map.of("ENV", "prod"));

        assertThat(build.description()).isEqualTo("prod: refused");
        assertThat(build.console())
                .contains("prod is being judged by somebody whom the line of the lock above names. Nothing was begun");
    }

    @Test
    void aNightThatIsRefusedIsToldAsLost() {
        server.holds("cutover-prod").runs(6, "prod: NO-GO");
        Build build = new Jenkins(file).atNight(server, workspace);

        assertThat(build.ending()).isEqualTo(Ending.FAILURE);
        assertThat(build.description()).startsWith("prod: refused, #6 ");
        assertThat(build.console())
                .contains("This night is lost, and the next complete run will count it as missed. What to do:");
    }

    @Test
    void runsOfOtherEnvironmentsGoOnBesideIt() {
        server.holds("cutover-prod").runs(6, "prod: running");
        Build build = build(Map.of("ENV", "temp"), MavenCall.ends(0, "GO", "temp"));

        assertThat(build.ending()).as(build.console()).isEqualTo(Ending.SUCCESS);
        assertThat(new Jenkins(file)
                        .<List<String>>look(
                                (script, pipeline) -> Options.read(script, pipeline.block("options")).all().stream()
                                        .map(Section.Said::name)
                                        .toList()))
                .as("what would keep other environments waiting")
                .doesNotContain("disableConcurrentBuilds", "lock");
    }

    @Test
    void whileAPersonDecidesTheEnvironmentStaysHeldAndIsFreeAfterwards(@TempDir Path other) {
        List<Build> seconds = new ArrayList<>();
        server.answers(Answer.chooses("promote", "ann"))
                .meanwhile(() -> seconds.add(new Jenkins(file)
                        .build(server, new Workspace(other), Map.of("ENV", "prod", "PHASE", "nightly"))));
        Build first = build(Map.of("ENV", "prod"), MavenCall.ends(0, "GO", "prod"));
        Build third = build(Map.of("ENV", "prod", "PHASE", "nightly"), MavenCall.ends(0, "GO", "prod"));

        assertThat(seconds)
                .singleElement()
                .satisfies(second -> assertThat(second.console()).contains("Refused: prod is being judged"));
        assertThat(first.ending()).as(first.console()).isEqualTo(Ending.SUCCESS);
        assertThat(third.ending()).as(third.console()).isEqualTo(Ending.SUCCESS);
    }

    @Test
    void theOldHomeIsHeldWhileItIsJudgedAfterARollback() {
        server.holds("cutover-old").runs(5, "prod: GO, roll back by ann; old: running");

        assertThat(build(Map.of("ENV", "old")).console())
                .contains("Refused: old is being judged by #5 (https://jenkins.example.org/job/cutover/5/).");
    }

    @Test
    void whoHasGoneBackWaitsForARunOfTheOldHomeInsteadOfBeingSentAway() {
        server.holds("cutover-old").answers(Answer.chooses("roll back", "ann"), Answer.proceeds());
        Build build = build(Map.of("ENV", "prod"), MavenCall.ends(0, "GO", "prod"));

        assertThat(build.console()).contains("Timeout has been exceeded").doesNotContain("Refused");
        assertThat(build.stages())
                .containsEntry("After rollback", Ending.ABORTED)
                .containsEntry("Refused", Ending.NOT_BUILT);
    }

    @Test
    void aRunThatGetsNoFurtherThanItsCredentialsIsNotToldAsRefused() {
        server.without("CUTOVER_MAILGUN_KEY");

        assertThat(build(Map.of("ENV", "prod")).stages()).containsEntry("Refused", Ending.NOT_BUILT);
    }

    @Test
    void aStepThatNeedsAnAgentIsAnErrorWhereThereIsNone() {
        file = file.replace("steps { script { refuse() } }", "steps { script { keepFiles() } }");
        server.holds("cutover-prod");

        assertThatThrownBy(() -> build(Map.of("ENV", "prod")))
                .isInstanceOf(Broken.class)
                .hasMessage("\"archiveArtifacts\" needs an agent, and here is none");
    }

    @Test
    void aLockThatIsMisspeltIsAnError() {
        file = file.replace("skipIfLocked: true", "skipWhenLocked: true");

        assertThatThrownBy(() -> build(Map.of("ENV", "prod")))
                .hasMessageContaining("lock: missing parameters [], unknown parameters [skipWhenLocked]");
    }

    private Build build(Map<String, String> parameters, MavenCall... calls) {
        server.maven(calls);
        return new Jenkins(file).build(server, workspace, parameters);
    }
}
