package cutover.build.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped Jenkinsfile asks people, and what it does with their answers. */
class JenkinsfileAsksTest {

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
    void onProdAPersonPromotes() {
        server.answers(Answer.chooses("promote", "ann"));
        Build build =
                build(Map.of("ENV", "prod"), MavenCall.ends(0, "GO", "prod").goingBackUntil("2026-01-13T04:00:00Z"));

        assertThat(build.ending()).as(build.console()).isEqualTo(Ending.SUCCESS);
        assertThat(build.description()).isEqualTo("prod: GO, promote by ann");
        Build.Called question = build.calls("input").findFirst().orElseThrow();
        assertThat(question.text("message")).isEqualTo("""
                        The verdict is GO.
                        Going back: at-a-cost, until 2026-01-13T04:00:00Z
                        - names: at-a-cost, 60 s
                        Report: https://jenkins.example.org/job/cutover/7/Cutover/""");
        assertThat(workspace.read("target/cutover/person.json")).contains("\"choice\":\"promote\"", "\"by\":\"ann\"");
        assertThat(build.archived()).contains("target/cutover/person.json");
    }

    @Test
    void theQuestionHoldsTheFirstFiveReasonsAndOffersTheSaferChoiceFirst() {
        server.answers(Answer.chooses("promote", "ann"));
        Build build = build(
                Map.of("ENV", "prod", "PHASE", "live"),
                MavenCall.ends(1, "NO-GO", "prod", "one", "two", "three", "four", "five", "six"));

        Build.Called question = build.calls("input").findFirst().orElseThrow();
        assertThat(question.text("message"))
                .contains("- L6: one\n", "- L6: five\n", "- and 1 more in the report")
                .doesNotContain("six");
        assertThat(build.calls("choice").findFirst().orElseThrow().arguments().get("choices"))
                .isEqualTo(List.of("roll back", "promote"));
    }

    @Test
    void whoPromotesAgainstTheVerdictDoesNotMakeItGreen() {
        server.answers(Answer.chooses("promote", "ann"));

        assertThat(build(Map.of("ENV", "prod"), MavenCall.ends(1, "NO-GO", "prod", "one"))
                        .ending())
                .isEqualTo(Ending.FAILURE);
    }

    @Test
    void afterARollbackTheOldHomeIsJudged() {
        server.answers(Answer.chooses("roll back", "ann"), Answer.proceeds());
        Build build = build(
                Map.of("ENV", "prod", "PHASE", "live"),
                MavenCall.ends(0, "GO", "prod"),
                MavenCall.ends(0, "GO", "old"));

        assertThat(workspace.mavenCalls())
                .containsExactly(
                        "-B -ntp verify -Denv=prod -Dphase=live -Dsteps= -Dhistory=",
                        "-B -ntp verify -Denv=old -Dphase=rolledback -Dsteps= -Dhistory=");
        assertThat(workspace.mavenVariables()).contains("CUTOVER_HEROKU_APP=value-of-cutover_heroku_app");
        assertThat(build.calls("lock"))
                .singleElement()
                .satisfies(lock -> assertThat(lock.arguments()).isEqualTo(Map.of("resource", "cutover-old")));
        assertThat(build.stages()).containsEntry("After rollback", Ending.UNSTABLE);
        assertThat(build.ending()).as("nothing was promoted").isEqualTo(Ending.UNSTABLE);
        assertThat(build.description()).isEqualTo("prod: GO, roll back by ann; old: GO");
    }

    @Test
    void aRollbackThatDidNotWorkIsAFailure() {
        server.answers(Answer.chooses("roll back", "ann"), Answer.proceeds());

        assertThat(build(Map.of("ENV", "prod"), MavenCall.ends(0, "GO", "prod"), MavenCall.withoutReport(0))
                        .ending())
                .isEqualTo(Ending.FAILURE);
    }

    @Test
    void aRollbackDoesNotMakeANoGoBetter() {
        server.answers(Answer.chooses("roll back", "ann"), Answer.proceeds());

        assertThat(build(
                                Map.of("ENV", "prod"),
                                MavenCall.ends(1, "NO-GO", "prod", "one"),
                                MavenCall.ends(0, "GO", "old"))
                        .ending())
                .isEqualTo(Ending.FAILURE);
    }

    @Test
    void aPersonWhoAbortsEndsIt() {
        server.answers(Answer.aborts("ann"));
        Build build = build(Map.of("ENV", "prod"), MavenCall.ends(0, "GO", "prod"));

        assertThat(build.ending()).isEqualTo(Ending.ABORTED);
        assertThat(build.stages()).containsEntry("After rollback", Ending.NOT_BUILT);
        assertThat(build.console()).contains("Rejected by ann", "NO-GO: it was ended before somebody decided");
        assertThat(build.archived()).contains("target/cutover/report.json");
    }

    @Test
    void nobodyWhoAnswersEndsItToo() {
        server.answers(Answer.never());
        Build build = build(Map.of("ENV", "prod"), MavenCall.ends(0, "GO", "prod"));

        assertThat(build.ending()).isEqualTo(Ending.ABORTED);
        assertThat(build.console()).contains("Timeout has been exceeded");
    }

    @Test
    void atNightProdIsJudgedAndNobodyIsAsked() {
        server.maven(MavenCall.ends(0, "GO", "prod"));
        Build build = new Jenkins(file).atNight(server, workspace);

        assertThat(build.ending()).as(build.console()).isEqualTo(Ending.SUCCESS);
        assertThat(workspace.mavenCalls())
                .containsExactly("-B -ntp verify -Denv=prod -Dphase=nightly -Dsteps= -Dhistory=");
    }

    @Test
    void noTestIsCountedTwiceWhenTheRollbackDoesNotCome() {
        server.answers(Answer.chooses("roll back", "ann"), Answer.aborts("bob"));
        Build build = build(Map.of("ENV", "prod"), MavenCall.ends(0, "GO", "prod"));

        assertThat(build.ending()).isEqualTo(Ending.ABORTED);
        assertThat(build.tests()).hasSize(1);
    }

    private Build build(Map<String, String> parameters, MavenCall... calls) {
        server.maven(calls);
        return new Jenkins(file).build(server, workspace, parameters);
    }
}
