package cutover.build.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import cutover.runbook.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What src/docs/pipelines.md shows for other servers is YAML, whole, and speaks of the same things as the Jenkinsfile. */
class PipelinesDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

    private String document;
    private Map<?, ?> github;
    private Map<?, ?> gitlab;

    @BeforeEach
    void read() throws IOException {
        document = Files.readString(Path.of("src/docs/pipelines.md"));
        List<Map<?, ?>> blocks = new ArrayList<>();
        BLOCK.matcher(document).results().forEach(block -> blocks.add(yaml(block.group(1))));
        assertThat(blocks).hasSize(2);
        github = blocks.get(0);
        gitlab = blocks.get(1);
    }

    @Test
    void gitHubRunsTheGateByHandAndAtNight() {
        assertThat(at(github, "on", "workflow_dispatch", "inputs", "environment", "options"))
                .isEqualTo(environments());
        assertThat(at(github, "on", "workflow_dispatch", "inputs", "phase", "options"))
                .asInstanceOf(LIST)
                .startsWith("default")
                .containsAll(phases());
        assertThat(at(github, "on", "schedule")).asString().containsPattern("cron=[0-9]+ [0-9]+ \\* \\* \\*");
        assertThat(at(github, "jobs", "gate", "concurrency", "cancel-in-progress"))
                .isEqualTo(false);
        assertThat(at(github, "jobs", "gate", "timeout-minutes")).isInstanceOf(Integer.class);
        assertThat(step("run").get("env"))
                .asInstanceOf(MAP)
                .containsEntry("JUDGED_PHASE", "${{ inputs.phase || 'nightly' }}");
    }

    @Test
    void gitHubGivesEachSecretByItsNameOnly() {
        Map<?, ?> variables = (Map<?, ?>) step("run").get("env");

        assertThat(variables.keySet().stream()
                        .map(Object::toString)
                        .filter(name -> name.startsWith("CUTOVER_"))
                        .collect(Collectors.toSet()))
                .isEqualTo(Secrets.ofAllEnvironments());
        assertThat(variables.entrySet())
                .filteredOn(variable -> variable.getKey().toString().startsWith("CUTOVER_"))
                .allMatch(variable -> variable.getValue().equals("${{ secrets." + variable.getKey() + " }}"));
    }

    @Test
    void gitHubKeepsHistoryAndEvidenceAlsoAfterANoGo() {
        assertThat(uses("actions/cache/save")).containsEntry("if", "always()");
        assertThat(at(uses("actions/cache/save"), "with", "path"))
                .isEqualTo(at(uses("actions/cache/restore"), "with", "path"))
                .isEqualTo(".cutover/history");
        assertThat(at(uses("actions/cache/save"), "with", "key"))
                .isEqualTo(at(uses("actions/cache/restore"), "with", "key"));
        assertThat(uses("actions/upload-artifact")).containsEntry("if", "always()");
        assertThat(at(uses("actions/upload-artifact"), "with", "path"))
                .isEqualTo("target/cutover/\ntarget/failsafe-reports/*.xml\n");
    }

    @Test
    void gitHubRefusesARunBesideAnotherOfTheSameEnvironment(@TempDir Path home) {
        Workspace workspace = new Workspace(home);
        Map<?, ?> alone = (Map<?, ?>) ((List<?>) at(github, "jobs", "alone", "steps")).get(0);
        String script = alone.get("run").toString();
        Map<String, String> variables = Map.of("GITHUB_REPOSITORY", "us/cutover", "GITHUB_RUN_ID", "7");

        Workspace.Ran refused = workspace.shell("gh() { echo https://github.com/us/cutover/6; }\n" + script, variables);
        Workspace.Ran free = workspace.shell("gh() { :; }\n" + script, variables);
        Workspace.Ran blind = workspace.shell("gh() { return 4; }\n" + script, variables);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output())
                .contains("::error::Refused: the same environment is being judged by https://github.com/us/cutover/6.");
        assertThat(free.exit()).as(free.output()).isZero();
        assertThat(blind.exit()).as("who cannot tell does not begin").isNotZero();
        assertThat(at(github, "jobs", "gate", "needs")).isEqualTo("alone");
        assertThat(at(github, "run-name"))
                .isEqualTo(at(alone, "env", "RUN_NAME"))
                .isEqualTo("cutover ${{ inputs.environment || 'prod' }}");
        assertThat(script).contains("actions/workflows/cutover.yml/runs");
    }

    @Test
    void gitHubPromotesAfterTheGateOnly() {
        assertThat(at(github, "jobs", "promote", "needs")).isEqualTo("gate");
        assertThat(at(github, "jobs", "promote", "if")).asString().doesNotContain("always");
    }

    @Test
    void gitLabRunsTheSameGate() {
        assertThat(at(gitlab, "variables", "JUDGED_ENV", "options")).isEqualTo(environments());
        assertThat(at(gitlab, "variables", "JUDGED_PHASE", "options"))
                .isEqualTo(at(github, "on", "workflow_dispatch", "inputs", "phase", "options"))
                .asInstanceOf(LIST)
                .containsAll(phases());
        assertThat(at(gitlab, "gate", "resource_group")).isEqualTo("cutover-$JUDGED_ENV");
        assertThat(at(gitlab, "gate", "rules")).asString().contains("schedule");
    }

    @Test
    void gitLabKeepsHistoryAndEvidenceAlsoAfterANoGo() {
        assertThat(at(gitlab, "gate", "cache"))
                .asInstanceOf(MAP)
                .containsEntry("when", "always")
                .containsEntry("paths", List.of(".cutover/history/"));
        assertThat(at(gitlab, "gate", "artifacts"))
                .asInstanceOf(MAP)
                .containsEntry("when", "always")
                .containsEntry("paths", List.of("target/cutover/"))
                .containsEntry("reports", Map.of("junit", "target/failsafe-reports/*.xml"));
        assertThat(at(gitlab, "promote", "rules")).asString().contains("manual");
    }

    @Test
    void bothCallMavenAsItIsMeant(@TempDir Path home) {
        Workspace workspace = new Workspace(home);
        List<?> scripts = List.of(step("run").get("run"), ((List<?>) at(gitlab, "gate", "script")).get(0));

        for (Object script : scripts) {
            for (String phase : List.of("default", "live")) {
                workspace.prepare(MavenCall.withoutReport(1));
                Workspace.Ran ran =
                        workspace.shell(script.toString(), Map.of("JUDGED_ENV", "prod", "JUDGED_PHASE", phase));
                assertThat(ran.exit()).as(ran.output()).isEqualTo(1);
            }
        }
        assertThat(workspace.mavenCalls())
                .containsExactly(
                        "-B -ntp verify -Denv=prod -Dphase=",
                        "-B -ntp verify -Denv=prod -Dphase=live",
                        "-B -ntp verify -Denv=prod -Dphase=",
                        "-B -ntp verify -Denv=prod -Dphase=live");
    }

    @Test
    void everyPluginThatTheJenkinsfileUsesIsNamed(@TempDir Path home) throws IOException {
        Server server = new Server()
                .with(Secrets.ofAllEnvironments())
                .maven(MavenCall.ends(1, "NO-GO", "prod"), MavenCall.ends(0, "GO", "old"))
                .answers(Answer.chooses("roll back", "ann"), Answer.proceeds());
        Build build = new Jenkins(Files.readString(Path.of("Jenkinsfile")))
                .build(server, new Workspace(home), Map.of("ENV", "prod"));

        Set<String> plugins =
                build.steps().map(step -> KnownStep.named(step).plugin()).collect(Collectors.toSet());
        assertThat(plugins).hasSizeGreaterThan(6);
        assertThat(plugins)
                .filteredOn(plugin -> !plugin.equals(KnownStep.CORE))
                .allMatch(plugin -> document.contains("`" + plugin + "`"));
        assertThat(document).contains("`parameterized-scheduler`", "`docker-workflow`");
    }

    private static List<String> environments() {
        return List.of("rehearsal", "temp", "prod", "old");
    }

    private static List<String> phases() {
        return List.of(Phase.values()).stream().map(Phase::key).toList();
    }

    private Map<?, ?> step(String key) {
        return steps().filter(step -> step.containsKey(key)).findFirst().orElseThrow();
    }

    private Map<String, Object> uses(String action) {
        return steps().filter(step -> String.valueOf(step.get("uses")).startsWith(action + "@"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Stream<Map<String, Object>> steps() {
        return ((List<Map<String, Object>>) at(github, "jobs", "gate", "steps")).stream();
    }

    private static Object at(Map<?, ?> from, String... keys) {
        Object here = from;
        for (String key : keys) {
            assertThat(here).as(String.join(".", keys)).isInstanceOf(Map.class);
            here = ((Map<?, ?>) here).get(key);
        }
        return here;
    }

    private static Map<?, ?> yaml(String text) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
