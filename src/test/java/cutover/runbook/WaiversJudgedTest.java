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

class WaiversJudgedTest {

    private static final Finding BROKEN = Finding.unmet("the page is broken");

    private static SmallRun broken(StepLine... more) {
        StepLine[] steps = new StepLine[more.length + 2];
        steps[0] = step("L5", How.AUTO);
        steps[1] = step("L6", How.AUTO);
        System.arraycopy(more, 0, steps, 2, more.length);
        return SmallRun.of(steps).met("L5").test("L6", Outcome.UNMET, Duration.ofSeconds(1), BROKEN);
    }

    @Test
    void aWaivedStepDoesNotBlockAndIsShown() {
        Verdict verdict = broken().waived("L6", END.plusSeconds(60)).judged("L5", "L6");

        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(told(verdict))
                .isEqualTo("WAIVED L6: the page is broken (waived by Grace until 2026-01-12T12:01:00Z: it is ordered)");
        assertThat(verdict.steps().get(1).state()).isEqualTo(State.UNMET);
        assertThat(verdict.steps().get(1).waived()).isTrue();
    }

    @Test
    void anExpiredWaiverBlocksAndSaysSinceWhen() {
        Verdict verdict = broken().waived("L6", END).judged("L5", "L6");

        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(verdict))
                .isEqualTo("UNMET L6: the page is broken (the waiver of Grace has expired: it held until"
                        + " 2026-01-12T12:00:00Z)");
    }

    @Test
    void aWaiverOfAMetStepIsToldAsSuperfluous() {
        Verdict verdict = SmallRun.of(step("L5", How.AUTO))
                .met("L5")
                .waived("L5", END.plusSeconds(60))
                .judged("L5");

        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(told(verdict)).isEqualTo("ADVISORY L5: is met, so its waiver of Grace is superfluous");
    }

    @Test
    void aWaiverCoversNoOtherStep() {
        assertThat(broken().waived("L5", END.plusSeconds(60)).judged("L5", "L6").decision())
                .isEqualTo(Decision.NO_GO);
    }

    @Test
    void whatIsMadeOfAWaivedStepIsWaivedWithIt() {
        Verdict verdict = broken(made("L12", "L5", "L6"))
                .waived("L6", END.plusSeconds(60))
                .judged("L5", "L6");

        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(told(verdict)).contains("WAIVED L12: line L12", "(all that is not met of it is waived)");
        assertThat(broken(made("L12", "L5", "L6"))
                        .waived("L12", END.plusSeconds(60))
                        .judged("L5", "L6")
                        .decision())
                .as("its part is waived by nobody")
                .isEqualTo(Decision.NO_GO);
    }

    @Test
    void anExpiredWaiverOfTheWholeIsNotNamedWhereItsPartsAreWaived() {
        Verdict verdict = broken(made("L12", "L5", "L6"))
                .waived("L6", END.plusSeconds(60))
                .waived("L12", END)
                .judged("L5", "L6");

        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(told(verdict))
                .contains("L12: line L12 (made of L5, L6) (all that is not met of it is waived)")
                .doesNotContain("2026-01-12T12:00:00Z");
    }

    @Test
    void aSignOffThatIsMissingCanBeWaived() {
        assertThat(SmallRun.of(step("L5", How.AUTO), step("B3", How.SIGN_OFF))
                        .met("L5")
                        .waived("B3", END.plusSeconds(60))
                        .judged("L5")
                        .isGo())
                .isTrue();
    }

    @Test
    void aRunThatLookedAtNothingCannotBeWaived() {
        Verdict verdict = SmallRun.of(step("L5", How.AUTO), step("L6", How.AUTO))
                .waived("L5", END.plusSeconds(60))
                .waived("L6", END.plusSeconds(60))
                .judged("L5", "L6");

        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(verdict)).startsWith("EVIDENCE no step of phase uat was looked at");
    }

    @Test
    void aDamagedJournalCannotBeWaived() {
        Verdict verdict = broken().waived("L6", END.plusSeconds(60))
                .entry(new RunFinished(END, java.util.Map.of()))
                .judged("L5", "L6");

        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
    }

    @Test
    void twoWaiversOfOneStepAreRefused() {
        Waiver one = new Waiver("L6", "Grace", "it is ordered", END);
        assertThatThrownBy(() -> new Waivers(List.of(one, one))).hasMessageContaining("step L6 is waived twice");
        assertThatThrownBy(() -> new Waiver("L6", "Grace", "", END)).hasMessageContaining("and why");
    }
}
