package cutover.build.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executes the shipped Jenkinsfile on every way that it can go. */
class JenkinsfileTest {

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
    void aGoIsASuccessAndEverythingIsKept() {
        Build build = build(Map.of("ENV", "temp"), MavenCall.ends(0, "GO", "temp"));

        assertThat(build.ending()).as(build.console()).isEqualTo(Ending.SUCCESS);
        assertThat(build.stages())
                .containsExactly(
                        Map.entry("Gate", Ending.SUCCESS),
                        Map.entry("Evidence", Ending.SUCCESS),
                        Map.entry("Decision", Ending.NOT_BUILT),
                        Map.entry("After rollback", Ending.NOT_BUILT));
        assertThat(build.archived())
                .containsExactlyInAnyOrder(
                        "target/failsafe-reports/TEST-launch.Uat.xml",
                        "target/cutover/decision.json",
                        "target/cutover/report.html",
                        "target/cutover/report.json",
                        "target/cutover/run-1/journal.jsonl",
                        "target/cutover/summary.md",
                        ".cutover/history/prod.jsonl");
        assertThat(build.calls("publishHTML")).isNotEmpty();
        assertThat(build.description()).isEqualTo("temp: GO");
        assertThat(workspace.mavenCalls()).containsExactly("-B -ntp verify -Denv=temp -Dphase= -Dsteps= -Dhistory=");
    }

    @Test
    void aNoGoIsAFailureAndEverythingIsKept() {
        Build build = build(Map.of("ENV", "temp"), MavenCall.ends(1, "NO-GO", "temp", "no mail arrived"));

        assertThat(build.ending()).isEqualTo(Ending.FAILURE);
        assertThat(build.stages()).containsEntry("Evidence", Ending.FAILURE);
        assertThat(build.console()).contains("The verdict is NO-GO.", "- L6: no mail arrived");
        assertThat(build.archived())
                .contains("target/cutover/report.json", "target/failsafe-reports/TEST-launch.Uat.xml");
    }

    @Test
    void aPartialRunIsNoSuccess() {
        Build build = build(Map.of("ENV", "temp", "STEPS", "L6,L8"), MavenCall.ends(1, "PARTIAL", "temp"));

        assertThat(build.ending()).isEqualTo(Ending.UNSTABLE);
        assertThat(workspace.mavenCalls())
                .containsExactly("-B -ntp verify -Denv=temp -Dphase= -Dsteps=L6,L8 -Dhistory=");
    }

    @Test
    void whatACallerWritesIsNeverRunByTheShell() {
        Build build = build(
                Map.of("ENV", "temp", "STEPS", "L6\"; touch owned; $(touch owned) `touch owned`"),
                MavenCall.ends(1, "NO-GO", "temp"));

        assertThat(build.ending()).isEqualTo(Ending.FAILURE);
        assertThat(workspace.file("owned")).doesNotExist();
    }

    @Test
    void aRehearsalNeedsNoCredential() {
        Server bare = new Server().maven(MavenCall.ends(0, "REHEARSAL PASSED", "rehearsal"));

        Build build = new Jenkins(file).build(bare, workspace, Map.of());

        assertThat(build.ending()).as(build.console()).isEqualTo(Ending.SUCCESS);
        assertThat(workspace.mavenCalls()).singleElement().asString().contains("-Denv=rehearsal");
    }

    @Test
    void aFailedRehearsalIsAFailure() {
        assertThat(build(Map.of(), MavenCall.ends(1, "REHEARSAL FAILED", "rehearsal"))
                        .ending())
                .isEqualTo(Ending.FAILURE);
    }

    @Test
    void withoutAReportItIsNoGoWhateverMavenSays() {
        for (int exit : new int[] {0, 1}) {
            Build build = build(Map.of("ENV", "temp"), MavenCall.withoutReport(exit));

            assertThat(build.ending()).isEqualTo(Ending.FAILURE);
            assertThat(build.console())
                    .contains("The verdict is NO-GO.", "no report of this run, Maven ended with " + exit);
            assertThat(build.archived()).contains("target/cutover/run-1/journal.jsonl");
        }
    }

    @Test
    void aReportOfAnEarlierBuildCountsForNothing() {
        workspace.write(
                "target/cutover/report.json", MavenCall.ends(0, "GO", "temp").report());
        workspace.write("target/failsafe-reports/TEST-gone.xml", "<testsuite/>");

        Build build = build(Map.of("ENV", "temp"), MavenCall.withoutReport(0));

        assertThat(build.ending()).isEqualTo(Ending.FAILURE);
        assertThat(build.archived())
                .doesNotContain("target/cutover/report.json", "target/failsafe-reports/TEST-gone.xml");
    }

    @Test
    void aWordThatMavenContradictsIsNoGo() {
        Build green = build(Map.of("ENV", "temp"), MavenCall.ends(1, "GO", "temp"));
        Build red = build(Map.of("ENV", "temp"), MavenCall.ends(0, "NO-GO", "temp"));
        Build partial = build(Map.of("ENV", "temp"), MavenCall.ends(0, "PARTIAL", "temp"));

        assertThat(green.console()).contains("The verdict is NO-GO.", "the report says GO, but Maven ended with 1");
        assertThat(red.console()).contains("The verdict is NO-GO.", "the report says NO-GO, but Maven ended with 0");
        assertThat(List.of(green, red, partial)).extracting(Build::ending).containsOnly(Ending.FAILURE);
    }

    @Test
    void aWordThatNobodyKnowsIsNoSuccess() {
        assertThat(build(Map.of("ENV", "temp"), MavenCall.ends(1, "MAYBE", "temp"))
                        .ending())
                .isEqualTo(Ending.FAILURE);
    }

    @Test
    void theReportOfAnotherEnvironmentIsNoGo() {
        Build build =
                build(Map.of("ENV", "prod", "PHASE", "nightly"), MavenCall.ends(0, "REHEARSAL PASSED", "rehearsal"));

        assertThat(build.ending()).isEqualTo(Ending.FAILURE);
        assertThat(build.console()).contains("the report is about rehearsal, not prod");
    }

    @Test
    void onProdAPersonPromotes() {
        server.answers(Answer.chooses("promote", "ann"));
        Build build =
                build(Map.of("ENV", "prod"), MavenCall.ends(0, "GO", "prod").goingBackUntil("2026-01-13 04:00 UTC"));

        assertThat(build.ending()).as(build.console()).isEqualTo(Ending.SUCCESS);
        assertThat(build.description()).isEqualTo("prod: GO, promote by ann");
        Build.Called question = build.calls("input").findFirst().orElseThrow();
        assertThat(question.text("message")).isEqualTo("""
                        The verdict is GO.
                        Going back is possible until 2026-01-13 04:00 UTC.
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
        assertThat(build.calls("lock").map(lock -> lock.text("resource"))).containsExactly("cutover-old");
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
    void aRunThatHangsIsEndedAndWhatItLeftIsKept() {
        Build build = build(Map.of("ENV", "prod"), MavenCall.hangs());

        assertThat(build.ending()).isEqualTo(Ending.ABORTED);
        assertThat(build.stages()).containsEntry("Gate", Ending.ABORTED).containsEntry("Decision", Ending.NOT_BUILT);
        assertThat(build.archived())
                .contains("target/cutover/run-1/journal.jsonl", "target/failsafe-reports/TEST-launch.Uat.xml");
    }

    @Test
    void aMissingCredentialIsToldByItsNameBeforeAnythingIsLookedAt() {
        server.without("CUTOVER_MAILGUN_KEY");
        Build build = build(Map.of("ENV", "prod"));

        assertThat(build.ending()).isEqualTo(Ending.FAILURE);
        assertThat(build.console())
                .contains(
                        "ERROR: Could not find credentials entry with ID 'CUTOVER_MAILGUN_KEY'",
                        "NO-GO, nothing was judged");
        assertThat(workspace.mavenCalls()).isEmpty();
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
    void anEnvironmentThatAnotherJobHoldsIsLeftAlone() {
        server.holds("cutover-prod");
        Build build = build(Map.of("ENV", "prod"));

        assertThat(build.ending()).isEqualTo(Ending.ABORTED);
        assertThat(workspace.mavenCalls()).isEmpty();
    }

    @Test
    void oneBuildRunsAtATime() {
        boolean disabled = new Jenkins(file)
                .look((script, pipeline) ->
                        Options.read(script, pipeline.block("options")).has("disableConcurrentBuilds"));

        assertThat(disabled).isTrue();
    }

    @Test
    void secretsReachMavenAndNoText() {
        Build build = build(Map.of("ENV", "old"), MavenCall.ends(1, "NO-GO", "old", "one"));

        assertThat(workspace.mavenVariables()).contains("CUTOVER_STAFF_PASSWORD=value-of-cutover_staff_password");
        assertThat(build.everything()).contains("CUTOVER_STAFF_PASSWORD").doesNotContain(server.secrets());
    }

    @Test
    void aSecretMayBeAFile() {
        file = replaced("final List SECRET_FILES = []", "final List SECRET_FILES = ['CUTOVER_MAILGUN_KEY']");
        build(Map.of("ENV", "temp"), MavenCall.ends(0, "GO", "temp"));

        assertThat(workspace.mavenVariables())
                .anyMatch(variable -> variable.startsWith("CUTOVER_MAILGUN_KEY_FILE=/"))
                .noneMatch(variable -> variable.startsWith("CUTOVER_MAILGUN_KEY="));
    }

    @Test
    void itRunsInAnImageWhereOneIsNamed() {
        assertThat(build(Map.of("ENV", "temp"), MavenCall.ends(0, "GO", "temp")).calls("docker.inside"))
                .isEmpty();

        file = replaced("IMAGE = ''", "IMAGE = 'registry.example.org/cutover:1'");
        assertThat(build(Map.of("ENV", "temp"), MavenCall.ends(0, "GO", "temp")).calls("docker.inside"))
                .singleElement()
                .satisfies(call -> assertThat(call.text("image")).isEqualTo("registry.example.org/cutover:1"));
    }

    @Test
    void aHistoryThatIsLostIsToldAndOneThatStaysIsUsed() {
        assertThat(build(Map.of("ENV", "temp"), MavenCall.ends(0, "GO", "temp")).console())
                .contains("Earlier runs are not remembered: there is no .cutover/history");
        assertThat(build(Map.of("ENV", "temp"), MavenCall.ends(0, "GO", "temp")).console())
                .doesNotContain("not remembered");

        file = replaced("HISTORY_FOLDER = ''", "HISTORY_FOLDER = '/var/lib/cutover'");
        build(Map.of("ENV", "temp"), MavenCall.ends(0, "GO", "temp"));
        assertThat(workspace.mavenCalls()).last().asString().endsWith("-Dhistory=/var/lib/cutover");
    }

    @Test
    void aStepThatNoPluginHasIsAnError() {
        file = replaced("sh('rm -f", "shell('rm -f");

        assertThatThrownBy(() -> build(Map.of(), MavenCall.withoutReport(0)))
                .isInstanceOf(Broken.class)
                .hasMessageStartingWith("No such DSL method 'shell' found among steps");
        server.nextCall();
    }

    @Test
    void aDirectiveOrAParameterThatDoesNotExistIsAnError() {
        file = replaced("    environment {", "    enviroment {");
        assertThatThrownBy(() -> build(Map.of()))
                .hasMessageStartingWith("there is no directive \"enviroment\" in pipeline");

        file = replaced("    enviroment {", "    environment {");
        file = replaced("allowEmptyResults", "allowEmptyResult");
        assertThatThrownBy(() -> build(Map.of(), MavenCall.withoutReport(0)))
                .hasMessageContaining("unknown parameters [allowEmptyResult]");
    }

    private Build build(Map<String, String> parameters, MavenCall... calls) {
        server.maven(calls);
        return new Jenkins(file).build(server, workspace, parameters);
    }

    private String replaced(String text, String by) {
        assertThat(file).contains(text);
        return file.replace(text, by);
    }
}
