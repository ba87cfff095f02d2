package cutover.junit;

import static cutover.junit.Findings.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import cutover.finding.Evidence;
import cutover.finding.Finding;
import cutover.finding.FindingError;
import cutover.finding.Unmet;
import cutover.runbook.Entry;
import cutover.runbook.EvidenceKept;
import cutover.runbook.Outcome;
import cutover.runbook.Progress;
import cutover.runbook.RunCompared;
import cutover.runbook.RunFinished;
import cutover.runbook.RunStarted;
import cutover.runbook.State;
import cutover.runbook.StepFinished;
import cutover.runbook.StepStarted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class StepsTest {

    private static final Finding OPEN =
            Finding.unmet("the site is not there").expected("status 200").butWas("status 404");
    private static final Finding DARK =
            Finding.unknown("nobody could look").expected("a network").because("no network");

    private FixtureRuns runs;

    @BeforeEach
    void home(@TempDir Path home) {
        runs = new FixtureRuns(home);
    }

    @Test
    void aStepWithAllMetPassesAndIsJournaledFromStartToEnd() {
        FixtureRuns.Told told = runs.run("met", Map.of(), Meets.class);

        assertThat(told.ended(SUCCESSFUL)).containsExactly("L5 the site appears");
        assertThat(runs.journal("met"))
                .extracting(Entry::getClass)
                .isEqualTo(List.of(
                        RunStarted.class,
                        StepStarted.class,
                        Progress.class,
                        EvidenceKept.class,
                        StepFinished.class,
                        RunCompared.class,
                        RunFinished.class));
        assertThat(only(StepFinished.class, "met").outcome()).isEqualTo(Outcome.MET);
        assertThat(only(StepFinished.class, "met").name()).isEqualTo("the site appears");
        assertThat(only(Progress.class, "met").text()).isEqualTo("looking");
        Evidence kept = only(EvidenceKept.class, "met").evidence();
        assertThat(runs.folder("met").resolve(kept.path())).hasContent("what was seen");
    }

    @Test
    void aStepThatAddsNoFindingIsBrokenAndFails() {
        FixtureRuns.Told told = runs.run("nothing", Map.of(), LooksAtNothing.class);

        assertThat(told.ended(FAILED)).hasSize(1);
        assertThat(told.failure()).hasMessageContaining("looked at nothing");
        assertThat(only(StepFinished.class, "nothing").outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void aStepThatAssertsOnNothingIsBrokenAndFails() {
        FixtureRuns.Told told = runs.run("empty", Map.of(), AssertsOnNothing.class);

        assertThat(told.ended(FAILED)).hasSize(1);
        assertThat(told.failure()).hasMessageContaining("step L5 must find something");
        assertThat(only(StepFinished.class, "empty").outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void aStepThatForgetsItsAssertionFailsAllTheSame() {
        FixtureRuns.Told told = runs.run("forgets", Map.of(), ForgetsToAssert.class);

        assertThat(told.failure()).isInstanceOf(FindingError.class).hasMessageContaining("the site is not there");
        assertThat(only(StepFinished.class, "forgets").outcome()).isEqualTo(Outcome.UNMET);
    }

    @Test
    void whatCouldOnlyNotBeToldFailsAndIsUnknown() {
        FixtureRuns.Told told = runs.run("unknown", Map.of(), CannotTell.class);

        assertThat(told.ended(FAILED)).hasSize(1);
        assertThat(only(StepFinished.class, "unknown").outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void anExceptionIsADefectOfTheTestAndKeepsWhatWasFoundBefore() {
        FixtureRuns.Told told = runs.run("thrown", Map.of(), Throws.class);

        assertThat(told.failure()).isInstanceOf(IllegalArgumentException.class).hasMessage("no such selector");
        StepFinished finished = only(StepFinished.class, "thrown");
        assertThat(finished.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(finished.findings()).hasSize(2);
        assertThat(finished.findings().get(1).toString())
                .contains("the test of step L5 itself failed", "no such selector", "defect of the suite");
    }

    @Test
    void anAbortedTestIsAborted() {
        FixtureRuns.Told told = runs.run("aborted", Map.of(), Aborts.class);

        assertThat(told.ended(ABORTED)).hasSize(1);
        StepFinished finished = only(StepFinished.class, "aborted");
        assertThat(finished.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(finished.findings().toString()).contains("not today");
    }

    @Test
    void stepsOfAnotherPhaseAreNotRun() {
        FixtureRuns.Told told = runs.run("phase", Map.of(), Meets.class, OfDayTwo.class);

        assertThat(told.skipped()).containsValue("step L17 is no part of phase uat");
        assertThat(told.ended(SUCCESSFUL)).containsExactly("L5 the site appears");
        assertThat(runs.run("day2", Map.of("cutover.phase", "day2"), Meets.class, OfDayTwo.class)
                        .skipped())
                .containsOnlyKeys("L5 the site appears");
    }

    @Test
    void stepsThatWereNotSelectedAreNotRun() {
        FixtureRuns.Told told = runs.run("selected", Map.of("cutover.steps", "L6"), Meets.class);

        assertThat(told.skipped()).containsValue("step L5 was not selected");
        assertThat(runs.journal("selected")).noneMatch(StepStarted.class::isInstance);
        assertThat(only(RunStarted.class, "selected").narrowed()).isEqualTo("only the steps L6");
    }

    @Test
    void aFindingWithoutAnActionGetsTheRunbooks() {
        runs.run("todo", Map.of(), ForgetsToAssert.class);

        assertThat(only(StepFinished.class, "todo").findings().get(0)).isInstanceOfSatisfying(Unmet.class, unmet -> {
            assertThat(unmet.toDo()).isEqualTo("Look at the address.");
            assertThat(unmet.lookAt()).containsExactly("config/runbook.yaml, step L5");
        });
    }

    @Test
    void aStepThatIsMetOnlyWhenRepeatedIsNoPass() {
        FixtureRuns.Told told = runs.run("retried", 2, Map.of(), MeetsOnRetry.class);

        assertThat(told.ended(SUCCESSFUL)).hasSize(1);
        assertThat(runs.judged("retried").verdict().steps())
                .filteredOn(step -> step.line().id().equals("L5"))
                .extracting(step -> step.state())
                .containsExactly(State.FLAKY);
        assertThat(runs.judged("retried").isGo()).isFalse();
    }

    private <E extends Entry> E only(Class<E> type, String run) {
        List<E> found = runs.journal(run).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @DisplayNameGeneration(StepNames.class)
    static class Meets {
        @Step("L5")
        void theSiteAppears(Workbench bench) {
            bench.findings().progress("looking");
            bench.findings().evidence().text("the answer", "what was seen");
            assertThat(bench.findings().add(Finding.met("it is there"))).areAllMet();
        }
    }

    static class LooksAtNothing {
        @Step("L5")
        void test(Workbench bench) {
            bench.clock();
        }
    }

    static class AssertsOnNothing {
        @Step("L5")
        void test(Workbench bench) {
            assertThat(bench.findings()).areAllMet();
        }
    }

    static class ForgetsToAssert {
        @Step("L5")
        void test(Workbench bench) {
            bench.findings().add(OPEN);
        }
    }

    static class CannotTell {
        @Step("L5")
        void test(Workbench bench) {
            assertThat(bench.findings().add(DARK)).areAllMet();
        }
    }

    static class Throws {
        @Step("L5")
        void test(Workbench bench) {
            bench.findings().add(Finding.met("the first part"));
            throw new IllegalArgumentException("no such selector");
        }
    }

    static class Aborts {
        @Step("L5")
        void test(Workbench bench) {
            bench.findings().add(Finding.met("the first part"));
            throw new TestAbortedException("not today");
        }
    }

    static class OfDayTwo {
        @Step("L17")
        void test(Workbench bench) {
            assertThat(bench.findings().add(Finding.met("it redirects"))).areAllMet();
        }
    }

    static class MeetsOnRetry {
        @Step("L5")
        void test(Workbench bench) {
            Evidence kept = bench.findings().evidence().text("attempt", "one more");
            assertThat(bench.findings().expect(kept.path().endsWith("-2.txt"), "it is there", OPEN))
                    .areAllMet();
        }
    }
}
