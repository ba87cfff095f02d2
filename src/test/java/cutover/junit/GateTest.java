package cutover.junit;

import static cutover.junit.Findings.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.Finding;
import cutover.runbook.Decision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    private FixtureRuns runs;

    @BeforeEach
    void home(@TempDir Path home) {
        runs = new FixtureRuns(home);
    }

    @Test
    void allMetIsGoAndReportsLieUnderNamesThatDoNotChange() {
        runs.run("good", Map.of(), Meets.class);
        ByteArrayOutputStream console = new ByteArrayOutputStream();

        Gate.Judged judged = runs.judged("good", console);

        assertThat(judged.isGo()).as(judged.told()).isTrue();
        assertThat(judged.verdict().decision()).isEqualTo(Decision.GO);
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("GO", "report.html");
        assertThat(runs.home().resolve("runs")).isDirectoryContaining("glob:**/report.html");
        assertThat(runs.home().resolve("runs/report.json"))
                .hasSameTextualContentAs(runs.folder("good").resolve("report.json"));
    }

    @Test
    void aRehearsalPassesWithoutBeingAGo() {
        runs.run("rehearsed", Map.of(), Meets.class);
        rewrite("rehearsed", "\"rehearsal\":false", "\"rehearsal\":true");

        assertThat(runs.judged("rehearsed").verdict().decision()).isEqualTo(Decision.REHEARSAL_PASSED);
        assertThat(runs.judged("rehearsed").isGo()).isTrue();
    }

    @Test
    void aNarrowedRunIsPartialAndNoGo() {
        runs.run("narrowed", Map.of("cutover.steps", "L5"), Meets.class);

        assertThat(runs.judged("narrowed").verdict().decision()).isEqualTo(Decision.PARTIAL);
        assertThat(runs.judged("narrowed").isGo()).isFalse();
    }

    @Test
    void aBlockingStepThatDidNotRunIsNoGo() {
        runs.run("half", Map.of(), MeetsOne.class);

        Gate.Judged judged = runs.judged("half");
        assertThat(judged.isGo()).isFalse();
        assertThat(judged.told()).startsWith("NO-GO").contains("- L6: ");
    }

    @Test
    void withoutAJournalThereIsNoGo() {
        Gate.Judged judged = runs.judged("never-was");

        assertThat(judged.isGo()).isFalse();
        assertThat(judged.told()).contains("there is no journal at", "not looked through");
    }

    @Test
    void theJournalOfAnotherRunIsNoGo() throws IOException {
        runs.run("yesterday", Map.of(), Meets.class);
        Files.createDirectories(runs.folder("today"));
        for (String file : new String[] {Run.JOURNAL, Run.LEAKS}) {
            Files.copy(
                    runs.folder("yesterday").resolve(file), runs.folder("today").resolve(file));
        }

        assertThat(runs.judged("today").isGo()).isFalse();
        assertThat(runs.judged("today").told()).contains("the journal is that of run yesterday");
    }

    @Test
    void aJournalThatIsCutIsNoGo() {
        runs.run("cut", Map.of(), Meets.class);
        String journal = FixtureRuns.read(runs.folder("cut").resolve(Run.JOURNAL));
        runs.write("runs/cut/" + Run.JOURNAL, journal.substring(0, journal.indexOf("run-finished") + 5));

        assertThat(runs.judged("cut").isGo()).isFalse();
        assertThat(runs.judged("cut").told()).contains("ended before it had finished");
    }

    @Test
    void filesThatNobodyLookedThroughAreNoGo() throws IOException {
        runs.run("unseen", Map.of(), Meets.class);
        Files.delete(runs.folder("unseen").resolve(Run.LEAKS));

        assertThat(runs.judged("unseen").isGo()).isFalse();
        assertThat(runs.judged("unseen").told()).contains("not known, they were not looked through");
    }

    @Test
    void aLeakIsNoGoThoughAllIsMet() {
        runs.run("leaked", Map.of(), Meets.class);
        runs.write("runs/leaked/" + Run.LEAKS, "STAFF_PASSWORD (base64) in evidence/x.html\n");

        assertThat(runs.judged("leaked").verdict().decision()).isEqualTo(Decision.NO_GO);
        assertThat(runs.judged("leaked").isGo()).isFalse();
        assertThat(runs.judged("leaked").told()).contains("STAFF_PASSWORD (base64) in evidence/x.html");
    }

    private void rewrite(String run, String from, String to) {
        String journal = FixtureRuns.read(runs.folder(run).resolve(Run.JOURNAL));
        assertThat(journal).contains(from);
        runs.write("runs/" + run + "/" + Run.JOURNAL, journal.replace(from, to));
    }

    static class Meets {
        @Step("L5")
        void first(Workbench bench) {
            assertThat(bench.findings().add(Finding.met("it is there"))).areAllMet();
        }

        @Step("L6")
        void second(Workbench bench) {
            assertThat(bench.findings().add(Finding.met("it is mailed"))).areAllMet();
        }
    }

    static class MeetsOne {
        @Step("L5")
        void first(Workbench bench) {
            assertThat(bench.findings().add(Finding.met("it is there"))).areAllMet();
        }
    }
}
