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

/** How the shipped Jenkinsfile decides. */
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
                        Map.entry("Run", Ending.SUCCESS),
                        Map.entry("Gate", Ending.SUCCESS),
                        Map.entry("Evidence", Ending.SUCCESS),
                        Map.entry("Decision", Ending.NOT_BUILT),
                        Map.entry("After rollback", Ending.NOT_BUILT),
                        Map.entry("Refused", Ending.NOT_BUILT));
        assertThat(build.archived())
                .containsExactlyInAnyOrder(
                        "target/cutover/decision.json",
                        "target/cutover/report.html",
                        "target/cutover/report.json",
                        "target/cutover/run-1/journal.jsonl",
                        "target/cutover/summary.md",
                        ".cutover/history/prod.jsonl");
        assertThat(build.tests()).containsExactly("target/failsafe-reports/TEST-launch.Uat.xml");
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
        assertThat(build.archived()).contains("target/cutover/report.json");
        assertThat(build.tests()).isNotEmpty();
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
                Map.of("ENV", "temp", "STEPS", "L6\"; touch owned; $(touch owned) `touch owned` *"),
                MavenCall.ends(1, "NO-GO", "temp"));

        assertThat(build.ending()).isEqualTo(Ending.FAILURE);
        assertThat(workspace.file("owned")).doesNotExist();
        assertThat(workspace.mavenCalls())
                .singleElement()
                .asString()
                .contains("-Dsteps=L6\"; touch owned; $(touch owned) `touch owned` * -Dhistory=");
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
        workspace.write("target/cutover/run-0/journal.jsonl", "{}");
        workspace.write("target/failsafe-reports/TEST-gone.xml", "<testsuite/>");

        Build build = build(Map.of("ENV", "temp"), MavenCall.withoutReport(0));

        assertThat(build.ending()).isEqualTo(Ending.FAILURE);
        assertThat(build.archived())
                .doesNotContain("target/cutover/report.json", "target/cutover/run-0/journal.jsonl")
                .contains("target/cutover/run-1/journal.jsonl");
        assertThat(build.tests()).containsExactly("target/failsafe-reports/TEST-launch.Uat.xml");
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
    void aRunThatHangsIsEndedAndWhatItLeftIsKept() {
        Build build = build(Map.of("ENV", "prod"), MavenCall.hangs());

        assertThat(build.ending()).isEqualTo(Ending.ABORTED);
        assertThat(build.stages()).containsEntry("Gate", Ending.ABORTED).containsEntry("Decision", Ending.NOT_BUILT);
        assertThat(build.archived()).contains("target/cutover/run-1/journal.jsonl");
        assertThat(build.tests()).isNotEmpty();
    }

    private Build build(Map<String, String> parameters, MavenCall... calls) {
        server.maven(calls);
        return new Jenkins(file).build(server, workspace, parameters);
    }
}
