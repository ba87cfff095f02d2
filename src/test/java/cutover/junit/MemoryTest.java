package cutover.junit;

import static cutover.junit.Findings.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.Finding;
import cutover.runbook.Change;
import cutover.runbook.EarlierSteps;
import cutover.runbook.Entry;
import cutover.runbook.FactSpan;
import cutover.runbook.History;
import cutover.runbook.HistoryEntry;
import cutover.runbook.HistoryFile;
import cutover.runbook.Journal;
import cutover.runbook.Phase;
import cutover.runbook.RunCompared;
import cutover.runbook.RunFinished;
import cutover.runbook.State;
import cutover.runbook.StepPast;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs remember of each other. */
class MemoryTest {

    private static final String CANARY = "canary-0123456789-abcdef";

    private FixtureRuns runs;

    @BeforeEach
    void home(@TempDir Path home) {
        runs = new FixtureRuns(home);
    }

    @Test
    void everyRunIsRememberedWithItsStepsAndFacts() {
        runs.run("one", Map.of(), SeesOld.class);

        HistoryEntry entry = remembered().entries().get(0);
        assertThat(entry.run()).isEqualTo("one");
        assertThat(entry.environment()).isEqualTo("fixture");
        assertThat(entry.phase()).isEqualTo(Phase.UAT);
        assertThat(entry.steps())
                .extractingByKey("L5")
                .extracting(StepPast::state)
                .isEqualTo(State.MET);
        assertThat(entry.facts().get("ttl").step()).isEqualTo("L5");
        assertThat(entry.value("ttl")).contains("86400");
    }

    @Test
    void theNextRunTellsWhatIsOtherwise() {
        runs.run("one", Map.of(), SeesOld.class);
        runs.run("two", Map.of(), SeesNew.class);

        RunCompared compared = compared("two");
        assertThat(compared.earlier()).map(RunCompared.EarlierRun::run).contains("one");
        assertThat(compared.changes()).extracting(Change::told).containsExactly("ttl: 60, was 86400");
        assertThat(compared.notes()).isEmpty();
        assertThat(runs.journal("two")).last().isInstanceOf(RunFinished.class);
        assertThat(runs.judged("two").report()).content().contains("Since the run of", "ttl: 60, was 86400");
    }

    @Test
    void theNextRunsJournalHoldsHowTheStepsEndedBefore() {
        runs.run("one", Map.of(), SeesOld.class);
        assertThat(runs.journal("one")).noneMatch(EarlierSteps.class::isInstance);
        runs.run("two", Map.of(), SeesNew.class);

        EarlierSteps earlier = runs.journal("two").stream()
                .filter(EarlierSteps.class::isInstance)
                .map(EarlierSteps.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(earlier.runs()).extracting(EarlierSteps.Of::run).containsExactly("one");
        assertThat(earlier.runs().get(0).steps())
                .extractingByKey("L5")
                .isEqualTo(remembered().entries().get(0).steps().get("L5"));
        assertThat(runs.judged("two").report()).content().contains("in 1 earlier run: 1 met");
        assertThat(runs.judged("one").report()).content().doesNotContain("The last runs");
    }

    @Test
    void aStepSeesEarlierRunsAndNotItsOwn() {
        runs.run("one", Map.of(), SeesOld.class);
        runs.run("two", Map.of(), LooksBack.class);

        assertThat(runs.judged("two").verdict().steps().get(0).findings())
                .extracting(Finding::sentence)
                .containsExactly("seen before: 86400");
    }

    @Test
    void theFirstRunSaysThatItIsTheFirst() {
        runs.run("one", Map.of(), SeesOld.class);

        assertThat(compared("one").earlier()).isEmpty();
        assertThat(compared("one").notes())
                .singleElement()
                .asString()
                .startsWith("no complete run of phase uat is remembered in "
                        + file(usual()).path());
    }

    @Test
    void theCallerNamesAnotherFolder() {
        runs.run("one", Map.of("cutover.history", "elsewhere/kept"), SeesOld.class);

        assertThat(file(runs.home().resolve("elsewhere/kept")).read().entries()).hasSize(1);
        assertThat(runs.home().resolve(".cutover")).doesNotExist();
    }

    @Test
    void aRehearsalLeavesNothingInTheHomeAndIsComparedWithNothing() {
        rehearse("one", Map.of());
        rehearse("two", Map.of());

        assertThat(runs.home().resolve(".cutover")).doesNotExist();
        assertThat(file(runs.folder("two").resolve("history")).read().entries())
                .extracting(HistoryEntry::run)
                .containsExactly("two");
        assertThat(runs.journal("two")).noneMatch(RunCompared.class::isInstance);
    }

    @Test
    void aRehearsalWithAFolderIsCompared() {
        Map<String, String> kept =
                Map.of("cutover.history", runs.home().resolve("kept").toString());
        rehearse("one", kept);
        rehearse("two", kept);

        assertThat(compared("two").earlier()).map(RunCompared.EarlierRun::run).contains("one");
    }

    @Test
    void aHistoryThatCannotBeKeptIsToldAndChangesNoVerdict() throws IOException {
        Files.createDirectories(file(usual()).path());
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        try (Run run = open("barred", Map.of(), console)) {
            run.workbench("L5", "test", "").remember("ttl", "60");
        }

        assertThat(compared("barred").notes())
                .hasSize(3)
                .last()
                .asString()
                .startsWith("this run will not be remembered: the history "
                        + file(usual()).path());
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("this run will not be remembered");
        assertThat(runs.journal("barred")).last().isInstanceOf(RunFinished.class);

        runs.run("met", Map.of(), SeesOld.class);
        assertThat(runs.judged("met").told()).doesNotContain("remembered");
        assertThat(runs.judged("met").verdict().steps().get(0).state()).isEqualTo(State.MET);
    }

    @Test
    void aSecretIsNotRemembered() throws IOException {
        runs.environment(
                "fixture", "personas: {}", "personas: {staff: {login: staff@example.org, password: STAFF_PASSWORD}}");
        for (String run : List.of("one", "two")) {
            try (Run open = open(run, Map.of("STAFF_PASSWORD", CANARY), new ByteArrayOutputStream())) {
                open.workbench("L5", "test", "").remember("key " + CANARY, "value " + CANARY);
            }
        }

        assertThat(file(usual()).path())
                .content()
                .contains("key «STAFF_PASSWORD»", "value «STAFF_PASSWORD»")
                .doesNotContain(CANARY);
        assertThat(compared("two").changes()).isEmpty();
    }

    @Test
    void aFactWithoutAKeyIsAMistakeOfTheSuite() {
        try (Run run = open("keyless", Map.of(), new ByteArrayOutputStream())) {
            Workbench bench = run.workbench("L5", "test", "");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> bench.remember(" ", "60"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("L5", "60");
        }
    }

    /** A rehearsal as far as its memory knows it: without the twin. */
    private void rehearse(String run, Map<String, String> more) {
        RunSettings settings = runs.settings(run, more);
        Path file = settings.runFolder().resolve(Run.JOURNAL);
        Memory memory = Memory.of(settings, true, UnaryOperator.identity(), Clock.systemUTC());
        try (Journal journal = Journal.create(file, UnaryOperator.identity(), Clock.systemUTC())) {
            journal.runStarted(run, "fixture", "https://twin.test", Phase.UAT, true, "", Map.of());
            memory.remember("L5", "ttl", "60");
            memory.conclude(journal, file);
        }
    }

    private Run open(String run, Map<String, String> variables, ByteArrayOutputStream console) {
        return Run.open(
                runs.settings(run, Map.of()),
                Clock.systemUTC(),
                new SecureRandom(),
                variables,
                Given.NOTHING,
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private RunCompared compared(String run) {
        List<Entry> journal = runs.journal(run);
        return journal.stream()
                .filter(RunCompared.class::isInstance)
                .map(RunCompared.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Path usual() {
        return runs.home().resolve(".cutover/history");
    }

    private HistoryFile file(Path folder) {
        return HistoryFile.in(folder, "fixture");
    }

    private History remembered() {
        return file(usual()).read();
    }

    static class SeesOld {
        @Step("L5")
        void ttl(Workbench bench) {
            bench.remember("ttl", "86400");
            assertThat(bench.findings().add(Finding.met("seen"))).areAllMet();
        }
    }

    static class SeesNew {
        @Step("L5")
        void ttl(Workbench bench) {
            bench.remember("ttl", "60");
            assertThat(bench.findings().add(Finding.met("seen"))).areAllMet();
        }
    }

    static class LooksBack {
        @Step("L5")
        void ttl(Workbench bench) {
            bench.remember("ttl", "60");
            List<String> before =
                    bench.history().since("ttl").stream().map(FactSpan::value).toList();
            assertThat(bench.findings().add(Finding.met("seen before: " + String.join(", ", before))))
                    .areAllMet();
        }
    }
}
