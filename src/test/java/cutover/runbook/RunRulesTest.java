package cutover.runbook;

import static cutover.runbook.SmallRun.END;
import static cutover.runbook.SmallRun.made;
import static cutover.runbook.SmallRun.step;
import static cutover.runbook.SmallRun.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.finding.Finding;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run is told for besides what its steps found: order, budgets, clocks. */
class RunRulesTest {

    private static final Finding BROKEN = Finding.unmet("the page is broken");
    private static final Finding DARK = Finding.unknown("nobody could look");

    private static SmallRun run() {
        return SmallRun.of(step("L5", How.AUTO), step("L6", How.AUTO, "L5"), step("L7", How.AUTO, "L6"));
    }

    @Test
    void aStepThatComesAfterAnUnmetOneIsNotRunAndNamesIt() {
        Verdict verdict =
                run().test("L5", Outcome.UNMET, Duration.ofSeconds(1), BROKEN).judged("L5", "L6", "L7");

        assertThat(verdict.steps())
                .extracting(StepVerdict::state)
                .containsExactly(State.UNMET, State.NOT_RUN, State.NOT_RUN);
        assertThat(verdict.steps())
                .extracting(StepVerdict::waitsFor)
                .containsExactly(List.of(), List.of("L5"), List.of("L6"));
        assertThat(told(verdict)).isEqualTo("""
                        UNMET L5: the page is broken
                        NOT_RUN L6: not run, it comes after L5, which is not met: line L6
                        NOT_RUN L7: not run, it comes after L6, which is not met: line L7""");
        assertThat(verdict.steps().get(1).toDo()).isEqualTo("Put L5 right first, then run again.");
    }

    @Test
    void aStepThatDidNotRunForNoSuchReasonClaimsNone() {
        Verdict verdict =
                run().test("L5", Outcome.UNKNOWN, Duration.ofSeconds(1), DARK).judged("L5", "L6", "L7");

        assertThat(told(verdict)).contains("NOT_RUN L6: its test did not run: line L6");
    }

    @Test
    void aStepThatRanAllTheSameIsJudgedByWhatItSaw() {
        Verdict verdict = run().test("L5", Outcome.UNMET, Duration.ofSeconds(1), BROKEN)
                .met("L6", "L7")
                .judged("L5", "L6", "L7");

        assertThat(verdict.steps()).extracting(StepVerdict::state).containsExactly(State.UNMET, State.MET, State.MET);
    }

    @Test
    void aStepOverItsBudgetIsToldAndStaysMet() {
        Verdict verdict = SmallRun.of(step("L5", How.AUTO))
                .test("L5", Outcome.MET, Duration.ofMillis(600_001), Finding.met("fine"))
                .judged("L5");

        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(told(verdict)).isEqualTo("ADVISORY L5: took 10 min, and its budget is 10 min");
        assertThat(SmallRun.of(step("L5", How.AUTO))
                        .test("L5", Outcome.MET, Duration.ofMinutes(10), Finding.met("fine"))
                        .judged("L5")
                        .reasons())
                .isEmpty();
    }

    @Test
    void aClockThatWasSetBackMakesTheJournalWorthless() {
        Verdict verdict = SmallRun.of(step("L5", How.AUTO))
                .met("L5")
                .entry(new Progress("L5", "waiting", END.minus(Duration.ofHours(1))))
                .judged("L5");

        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(verdict))
                .startsWith("EVIDENCE the clock was set back during the run: an entry of 2026-01-12T11:00:00Z follows"
                        + " one of 2026-01-12T12:00:00Z");
    }

    @Test
    void aSecondThatIsCorrectedIsNoClockSetBack() {
        assertThat(SmallRun.of(step("L5", How.AUTO))
                        .met("L5")
                        .entry(new Progress("L5", "waiting", END.minusSeconds(1)))
                        .judged("L5")
                        .isGo())
                .isTrue();
    }

    @Test
    void aStepComesAfterAnEarlierOneOfItsPhases() {
        StepLine later = step("L6", How.AUTO, "L7");
        assertThatThrownBy(() -> new Runbook(List.of(later, step("L7", How.AUTO))))
                .hasMessage("step L6 comes after L7, which is not an earlier step of any of its phases");
        assertThat(new Runbook(List.of(step("L7", How.AUTO), later)).steps()).hasSize(2);
        assertThat(made("L12").after()).isEmpty();
    }
}
