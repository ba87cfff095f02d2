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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("GO", "report.html", "going back: not known");
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
    void aJournalWhoseMiddleIsGoneIsNoGo() {
        runs.run("hollow", Map.of(), Meets.class);
        List<String> lines = FixtureRuns.read(runs.folder("hollow").resolve(Run.JOURNAL))
                .lines()
                .toList();
        String first = lines.get(lines.size() / 2);
        runs.write(
                "runs/hollow/" + Run.JOURNAL,
                String.join("\n", lines).replace(first, first.substring(0, first.length() / 2)) + "\n");

        assertThat(runs.judged("hollow").isGo()).isFalse();
        assertThat(runs.judged("hollow").told()).contains("of the journal cannot be read");
    }

    @Test
    void linesThatAreGoneFromTheMiddleOfAJournalAreNoGo() {
        runs.run("lost", Map.of(), Meets.class);
        String journal = FixtureRuns.read(runs.folder("lost").resolve(Run.JOURNAL));
        runs.write(
                "runs/lost/" + Run.JOURNAL,
                journal.lines()
                        .filter(line -> !line.contains("step-finished") || !line.contains("\"L6\""))
                        .collect(Collectors.joining("\n", "", "\n")));

        assertThat(runs.judged("lost").told()).startsWith("NO-GO").contains("the journal has lost entries");
    }

    @Test
    void twoRunsAtOnceDoNotMix() {
        CompletableFuture<?> one = CompletableFuture.runAsync(() -> runs.run("one", Map.of(), Meets.class));
        runs.run("other", Map.of(), MeetsOne.class);
        one.join();

        assertThat(runs.judged("one").isGo()).as(runs.judged("one").told()).isTrue();
        assertThat(runs.judged("other").isGo()).isFalse();
    }

    @Test
    void twoRunsOfOneNameAreNoGo() {
        runs.run("twin", Map.of(), Meets.class);
        runs.run("twin", Map.of(), Meets.class);

        assertThat(runs.judged("twin").told()).startsWith("NO-GO").contains("another run has written its journal");
    }

    @Test
    void noWaiverCoversALeakOrARunThatLookedAtNothing() {
        runs.write(
                "config/waivers/fixture.yaml",
                "waivers:\n" + waiver("L5", "2999-01-01T00:00:00Z") + waiver("L6", "2999-01-01T00:00:00Z"));
        runs.run("leaked", Map.of(), MeetsOne.class);
        assertThat(runs.judged("leaked").told()).startsWith("GO").contains("L6: its test did not run", "waived by Ada");
        runs.write("runs/leaked/" + Run.LEAKS, "STAFF_PASSWORD (base64) in evidence/x.html\n");
        runs.run("nothing", Map.of(), OfAnotherPhase.class);

        assertThat(runs.judged("leaked").verdict().decision()).isEqualTo(Decision.NO_GO);
        assertThat(runs.judged("nothing").told()).startsWith("NO-GO\n- no step of phase uat was looked at");
    }

    @Test
    void anExpiredWaiverIsNoGo() {
        runs.write("config/waivers/fixture.yaml", "waivers:\n" + waiver("L6", "2020-01-01T00:00:00+01:00"));
        runs.run("expired", Map.of(), MeetsOne.class);

        assertThat(runs.judged("expired").told())
                .startsWith("NO-GO")
                .contains("the waiver of Ada has expired: it held until 2019-12-31T23:00:00Z");
    }

    private static String waiver(String step, String until) {
        return "  - {step: " + step + ", owner: Ada, reason: it is ordered, until: " + until + "}\n";
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

    static class OfAnotherPhase {
        @Step("L17")
        void first(Workbench bench) {
            assertThat(bench.findings().add(Finding.met("it redirects"))).areAllMet();
        }
    }

    static class MeetsOne {
        @Step("L5")
        void first(Workbench bench) {
            assertThat(bench.findings().add(Finding.met("it is there"))).areAllMet();
        }
    }
}
