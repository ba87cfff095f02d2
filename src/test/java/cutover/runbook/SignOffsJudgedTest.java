package cutover.runbook;

import static cutover.runbook.SmallRun.A_DAY;
import static cutover.runbook.SmallRun.END;
import static cutover.runbook.SmallRun.step;
import static cutover.runbook.SmallRun.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.finding.Finding;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignOffsJudgedTest {

    private static final StepLine SEEN = step("L5", How.AUTO);
    private static final StepLine SIGNED = step("B3", How.SIGN_OFF);
    private static final StepLine BOTH = step("B8", How.BOTH);
    private static final Finding BROKEN = Finding.unmet("a trace is left");
    private static final Finding DARK = Finding.unknown("the monitor cannot be asked");

    private static State last(Verdict verdict) {
        return verdict.steps().get(verdict.steps().size() - 1).state();
    }

    private static SmallRun run() {
        return SmallRun.of(SEEN, SIGNED).met("L5");
    }

    private static SmallRun both() {
        return SmallRun.of(SEEN, BOTH).met("L5");
    }

    @Test
    void aSignedStepIsMet() {
        Verdict verdict = run().signed("B3", END.minus(Duration.ofHours(1))).judged("L5");

        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(verdict.reasons()).isEmpty();
        assertThat(verdict.steps().get(1).signing().sentence())
                .isEqualTo("signed off by Ada at 2026-01-12T11:00:00Z: it is there");
    }

    @Test
    void aStepThatNobodySignedBlocksAndSaysWhatToType() {
        Verdict verdict = run().judged("L5");

        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(verdict)).isEqualTo("NOT_SIGNED_OFF B3: nobody has signed it off: line B3");
        assertThat(verdict.first().orElseThrow().toDo())
                .isEqualTo("Do B3. Then operations signs: mvn verify -Denv=prod -Dsignoff=B3 -Dby=\"NAME\""
                        + " -Dsaw=\"WHAT WAS SEEN\"");
    }

    @Test
    void aSignOffIsStaleAtTheEndOfItsPeriodAndNotBefore() {
        Verdict stale = run().signed("B3", END.minus(A_DAY)).judged("L5");

        assertThat(stale.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(stale))
                .isEqualTo("STALE B3: its sign-off is stale, signed off by Ada at 2026-01-11T12:00:00Z, and that held"
                        + " until 2026-01-12T12:00:00Z: line B3");
        assertThat(run().signed("B3", END.minus(A_DAY).plusMillis(1))
                        .judged("L5")
                        .isGo())
                .isTrue();
    }

    @Test
    void aLaterSignOffReplacesAStaleOne() {
        assertThat(run().signed("B3", END.minusSeconds(5))
                        .signed("B3", END.minus(Duration.ofDays(3)))
                        .judged("L5")
                        .isGo())
                .isTrue();
    }

    @Test
    void aSignOffOfAnotherReleaseIsStale() {
        Verdict verdict = SmallRun.ofRelease("9c82d0f", SEEN, SIGNED)
                .met("L5")
                .signed("B3", "Ada", END.minusSeconds(5), "080489f")
                .judged("L5");

        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(verdict)).contains("for release 080489f, and this run is about release 9c82d0f");
        assertThat(SmallRun.ofRelease("9c82d0f", SEEN, SIGNED)
                        .met("L5")
                        .signed("B3", "Ada", END.minusSeconds(5), "9c82d0f")
                        .judged("L5")
                        .isGo())
                .isTrue();
        assertThat(last(SmallRun.ofRelease("9c82d0f", SEEN, SIGNED)
                        .met("L5")
                        .signed("B3", END.minusSeconds(5))
                        .judged("L5")))
                .isEqualTo(State.STALE);
    }

    @Test
    void aSignOffFromTheFutureCannotBeRelatedToTheRunAndBlocks() {
        Verdict verdict = run().signed("B3", END.plusSeconds(120)).judged("L5");

        assertThat(last(verdict)).isEqualTo(State.UNKNOWN);
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(verdict)).contains("UNKNOWN B3: could not tell: signed off by Ada", "clocks is wrong");
        assertThat(run().signed("B3", END.plusSeconds(30)).judged("L5").isGo())
                .as("clocks of two machines differ a little")
                .isTrue();
    }

    @Test
    void onlyThoseWhoMaySignAreListenedTo() {
        Verdict refused = run().signers("operations", "Grace")
                .signed("B3", END.minusSeconds(5))
                .judged("L5");

        assertThat(refused.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(refused)).contains("signed off by Ada", "who may not sign for operations in prod");
        assertThat(run().signers("operations", "Grace")
                        .signed("B3", "Grace", END.minusSeconds(50), "")
                        .signed("B3", END.minusSeconds(5))
                        .judged("L5")
                        .isGo())
                .isTrue();
        assertThat(run().signers("developers", "Grace")
                        .signed("B3", END.minusSeconds(5))
                        .judged("L5")
                        .isGo())
                .as("a role that is not named is open to everybody")
                .isTrue();
    }

    @Test
    void whatWasSeenMetStillNeedsTheWord() {
        assertThat(last(both().met("B8").judged("L5", "B8"))).isEqualTo(State.NOT_SIGNED_OFF);
        assertThat(both().met("B8")
                        .signed("B8", END.minusSeconds(5))
                        .judged("L5", "B8")
                        .isGo())
                .isTrue();
    }

    @Test
    void noWordOutweighsWhatWasSeenUnmet() {
        Verdict verdict = both().test("B8", Outcome.UNMET, Duration.ofSeconds(1), BROKEN)
                .signed("B8", END.minusSeconds(5))
                .judged("L5", "B8");

        assertThat(last(verdict)).isEqualTo(State.UNMET);
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
    }

    @Test
    void aWordStandsForWhatCouldNotBeToldAndTheVerdictSaysSo() {
        Verdict verdict = both().test("B8", Outcome.UNKNOWN, Duration.ofSeconds(1), DARK)
                .signed("B8", END.minusSeconds(5))
                .judged("L5", "B8");

        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(told(verdict))
                .isEqualTo(
                        "ADVISORY B8: could not tell: the monitor cannot be asked; instead it was signed off by Ada at"
                                + " 2026-01-12T11:59:55Z: it is there");
        assertThat(last(both().test("B8", Outcome.UNKNOWN, Duration.ofSeconds(1), DARK)
                        .signed("B8", END.minus(A_DAY))
                        .judged("L5", "B8")))
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void aWordStandsForAPartThatHasNoTestAndNotForATestThatDidNotRun() {
        assertThat(both().signed("B8", END.minusSeconds(5)).judged("L5").isGo()).isTrue();
        assertThat(last(both().signed("B8", END.minusSeconds(5)).judged("L5", "B8")))
                .isEqualTo(State.NOT_RUN);
    }

    @Test
    void aRehearsalListsWhatOnlyPeopleCanSeeAndPasses() {
        Verdict verdict = SmallRun.rehearsal(SEEN, SIGNED).met("L5").judged("L5");

        assertThat(verdict.decision()).isEqualTo(Decision.REHEARSAL_PASSED);
        assertThat(last(verdict)).isEqualTo(State.NOT_SIGNED_OFF);
    }

    @Test
    void signaturesAloneAreNoRun() {
        Verdict verdict = SmallRun.of(SIGNED).signed("B3", END.minusSeconds(5)).judged();

        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(told(verdict)).isEqualTo("EVIDENCE no step of phase uat was looked at");
    }

    @Test
    void aSignOffSaysWhoAndWhat() {
        assertThatThrownBy(() -> new SignOff("B3", " ", END, "it", "", "", "")).hasMessageContaining("by whom");
        assertThatThrownBy(() -> new SignOff("B3", "Ada", END, "", "", "", "")).hasMessageContaining("what was seen");
    }
}
