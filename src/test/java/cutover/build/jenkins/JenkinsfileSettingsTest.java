package cutover.build.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped Jenkinsfile needs of its server, and what it does without. */
class JenkinsfileSettingsTest {

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

    @Test
    void itIsWrittenInTheGroovyThatJenkinsHas() {
        String code = file.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|'[^'\n]*'", "");

        assertThat(code)
                .as("Groovy 2.4, which the one of this test understands as well")
                .contains("pipeline {")
                .doesNotContainPattern("\\?\\[|!in\\b|!instanceof|===|!==|\\?=|::|\\bvar\\b|\\)\\s*->|\"\"\"");
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
