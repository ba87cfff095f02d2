package cutover.junit;

import static cutover.junit.Findings.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.DecisionFile;
import cutover.runbook.DecisionRecord;
import cutover.runbook.State;
import cutover.runbook.Weight;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision that is kept, and looked at again when everything else has changed. */
class RejudgementTest {

    private FixtureRuns runs;

    @BeforeEach
    void home(@TempDir Path home) {
        runs = new FixtureRuns(home);
        runs.write("config/runbook.yaml", """
                steps:
                  - {id: B3, phases: [uat], line: The limit is raised, how: sign-off, blocking: true, owner: operations,
                     when-unmet: Ask.}
                  - {id: L5, phases: [uat], line: The site appears, how: auto, blocking: true, owner: operations,
                     when-unmet: Look at the address.}
                """);
    }

    private void signed(Instant at) {
        runs.write("config/signoffs/fixture/B3-1.yaml", "{step: B3, by: Ada, at: " + at + ", saw: limit 10}");
    }

    private void good(String run) {
        signed(Clock.systemUTC().instant());
        runs.run(run, Map.of(), Meets.class);
        Gate.Judged judged = runs.judged(run);
        assertThat(judged.isGo()).as(judged.told()).isTrue();
    }

    private Finding again(String run) {
        return new Rejudgement(
                        runs.folder(run), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .finding();
    }

    @Test
    void aRecordHoldsDecisionStepsAndWhatTheyRestOn() {
        good("kept");

        DecisionRecord record = DecisionFile.in(runs.folder("kept")).read();
        assertThat(record.isIntact()).isTrue();
        assertThat(record.decision()).isEqualTo("GO");
        assertThat(record.environment()).isEqualTo("fixture");
        assertThat(record.phase()).isEqualTo("uat");
        assertThat(record.steps())
                .extracting(step -> step.step() + " " + step.state() + step.signedOffBy())
                .containsExactly("B3 METAda", "L5 MET");
        assertThat(record.inputs())
                .containsOnlyKeys(
                        "journal.jsonl",
                        "leaks.txt",
                        "inputs/config/runbook.yaml",
                        "inputs/config/environments/fixture.yaml",
                        "inputs/config/applications/clear-my-record.yaml",
                        "inputs/config/signoffs/fixture/B3-1.yaml");
        assertThat(record.inputs().values()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(runs.home().resolve("runs/decision.json"))
                .hasSameTextualContentAs(runs.folder("kept").resolve("decision.json"));
    }

    @Test
    void aRecordIsAsTheSchemaSaysThoughNothingWasThereToJudge() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(DecisionFile.class.getResourceAsStream("decision.schema.json"));
        good("kept");
        runs.judged("never-was");

        for (String run : new String[] {"kept", "never-was"}) {
            String record = FixtureRuns.read(runs.folder(run).resolve("decision.json"));
            assertThat(schema.validate(JsonMapper.builder().build().readTree(record)))
                    .isEmpty();
        }
        String names = FixtureRuns.read(Path.of("src/main/resources/cutover/runbook/decision.schema.json"));
        assertThat(Arrays.stream(State.values()).map(State::name)).allMatch(name -> names.contains("\"" + name + "\""));
        assertThat(Arrays.stream(Weight.values()).map(Weight::name))
                .allMatch(name -> names.contains("\"" + name + "\""));
    }

    @Test
    void theSameIsDecidedAgainThoughAllFilesOfTodayAreOtherwise() throws IOException {
        good("kept");
        Files.delete(runs.home().resolve("config/signoffs/fixture/B3-1.yaml"));
        runs.write("config/runbook.yaml", "steps: broken");

        Finding finding = again("kept");

        assertThat(finding.isMet()).as(FailureText.of(finding)).isTrue();
        assertThat(finding.sentence()).contains("run kept was decided GO", "judged again it is the same");
    }

    @Test
    void aNoGoIsTheSameAgainAndNoGo() {
        runs.run("unsigned", Map.of(), Meets.class);
        assertThat(runs.judged("unsigned").isGo()).isFalse();

        assertThat(again("unsigned").isUnmet()).isTrue();
        assertThat(FailureText.of(again("unsigned")))
                .contains("was decided NO-GO", "judged again it is the same", "B3: nobody has signed it off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "journal.jsonl",
                "leaks.txt",
                "inputs/config/runbook.yaml",
                "inputs/config/environments/fixture.yaml",
                "inputs/config/signoffs/fixture/B3-1.yaml"
            })
    void aFileThatWasTouchedIsNamed(String file) {
        good("touched");
        runs.write(
                "runs/touched/" + file, FixtureRuns.read(runs.folder("touched").resolve(file)) + "\n");

        assertThat(FailureText.of(again("touched")))
                .contains(
                        "the decision on run touched cannot be relied on any more", file + " was changed: its SHA-256");
    }

    @Test
    void aFileThatIsGoneOrAddedIsNamed() throws IOException {
        good("moved");
        Files.move(
                runs.folder("moved").resolve("inputs/config/signoffs/fixture/B3-1.yaml"),
                runs.folder("moved").resolve("inputs/config/signoffs/fixture/B3-2.yaml"));

        assertThat(FailureText.of(again("moved")))
                .contains("B3-1.yaml is gone", "B3-2.yaml was not there when it was decided");
    }

    @Test
    void aRecordThatWasTouchedIsNoRecord() {
        good("forged");
        String record = FixtureRuns.read(runs.folder("forged").resolve("decision.json"));
        runs.write("runs/forged/decision.json", record.replace("\"Ada\"", "\"Eve\""));

        assertThat(FailureText.of(again("forged"))).contains("decision.json was changed after it had been sealed");
    }

    @Test
    void aVersionThatDecidesOtherwiseIsTold() {
        good("other");
        DecisionFile file = DecisionFile.in(runs.folder("other"));
        KeptRun kept = KeptRun.read(runs.folder("other"), "fixture");
        file.write(
                kept.verdict("other", java.util.Set.of(), Clock.systemUTC().instant())
                        .withdrawn("an older version was stricter", ""),
                kept.journal(),
                java.util.Set.of("L5"),
                Inputs.of(runs.folder("other")),
                Clock.systemUTC().instant());

        assertThat(FailureText.of(again("other")))
                .contains("was decided NO-GO", "and judged again it is otherwise", "- an older version was stricter");
    }

    @Test
    void aFolderWithoutARecordIsTold() {
        assertThat(FailureText.of(again("nowhere"))).contains("there is no decision record at", "-Drejudge=");
        runs.write("runs/garbage/decision.json", "{}");
        assertThat(FailureText.of(again("garbage"))).contains("it is no decision record");
    }

    @Test
    void aSignOffThatIsGivenWhileTheRunGoesOnCounts() {
        runs.run("during", Map.of(), Meets.class);
        signed(Clock.systemUTC().instant());

        assertThat(runs.judged("during").isGo()).isTrue();
        assertThat(again("during").isMet()).isTrue();
    }

    @Test
    void aClockThatWasSetBackAfterTheRunIsNoGo() {
        good("ahead");
        KeptRun kept = KeptRun.read(runs.folder("ahead"), "fixture");
        Instant before = Clock.systemUTC().instant().minus(Duration.ofHours(1));

        assertThat(kept.verdict("ahead", java.util.Set.of("L5"), before)
                        .first()
                        .orElseThrow()
                        .text())
                .startsWith("the clock was set back: it is " + before);
    }

    static class Meets {
        @Step("L5")
        void first(Workbench bench) {
            assertThat(bench.findings().add(Finding.met("it is there"))).areAllMet();
        }
    }
}
