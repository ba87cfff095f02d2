package cutover.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.Evidence;
import cutover.finding.Finding;
import cutover.finding.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");
    private static final Set<String> ALL = Set.of("L1", "L2", "L3", "L4");
    private static final Finding BROKEN = Finding.unmet("the page is broken").toDo("mend it");
    private static final Unknown DARK = Finding.unknown("the mailbox cannot be read");

    private final Runbook runbook = new Runbook(List.of(
            step("L1", true), step("L2", true), step("L3", true), step("L4", false), live("L12"), made("L13", "L12")));
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    private static StepLine step(String id, boolean blocking) {
        return new StepLine(
                id,
                List.of(Phase.UAT),
                "line " + id,
                How.AUTO,
                blocking,
                false,
                "developers",
                "do " + id,
                "",
                List.of(),
                List.of(),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                "");
    }

    private static StepLine live(String id) {
        return made(id);
    }

    private static StepLine made(String id, String... parts) {
        return new StepLine(
                id,
                List.of(Phase.LIVE),
                "line " + id,
                How.AUTO,
                true,
                false,
                "developers",
                "do " + id,
                "back " + id,
                List.of(parts),
                List.of(),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                "");
    }

    private VerdictTest started(String run, Phase phase, boolean rehearsal, String narrowed) {
        entries.add(new RunStarted(run, "temp", "https://www.example.org", phase, rehearsal, narrowed, Map.of(), NOON));
        return this;
    }

    private VerdictTest real() {
        return started("run-1", Phase.UAT, false, "");
    }

    private VerdictTest rehearsal() {
        return started("run-1", Phase.UAT, true, "");
    }

    private VerdictTest narrowed(boolean rehearsal) {
        return started("run-1", Phase.UAT, rehearsal, "-Dit.test=L1*");
    }

    private VerdictTest test(String step, String test, Outcome outcome, Finding... findings) {
        entries.add(new StepStarted(step, test, test + " name", NOON));
        entries.add(new StepFinished(step, test, test + " name", outcome, List.of(findings), 10, NOON));
        counts.merge(outcome, 1, Integer::sum);
        return this;
    }

    private VerdictTest met(String... steps) {
        for (String step : steps) {
            test(step, "t-" + step, Outcome.MET, Finding.met("fine"));
        }
        return this;
    }

    private VerdictTest finished() {
        entries.add(new RunFinished(NOON, counts));
        return this;
    }

    private Verdict judged() {
        return judged(ALL);
    }

    private Verdict judged(Set<String> covered) {
        return Verdict.of(runbook, entries, "run-1", covered);
    }

    private static State state(Verdict verdict, String id) {
        return verdict.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void allStepsMetIsAGoWithoutAnyReason() {
        Verdict verdict = real().met("L1", "L2", "L3", "L4").finished().judged();
        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(verdict.reasons()).isEmpty();
        assertThat(verdict.first()).isEmpty();
        assertThat(verdict.steps()).extracting(StepVerdict::id).containsExactly("L1", "L2", "L3", "L4");
        assertThat(verdict.steps()).extracting(StepVerdict::toDo).containsOnly("");
    }

    @Test
    void allStepsMetOnTheTwinIsARehearsalPassed() {
        assertThat(rehearsal().met("L1", "L2", "L3", "L4").finished().judged().decision())
                .isEqualTo(Decision.REHEARSAL_PASSED);
    }

    @Test
    void noStepAtAllIsNoGo() {
        Verdict verdict = real().finished().judged();
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().sentence()).isEqualTo("no step of phase uat was looked at");
    }

    @Test
    void noStepAtAllFailsARehearsalEvenWhenNoneHasATest() {
        assertThat(rehearsal().finished().judged(Set.of()).decision()).isEqualTo(Decision.REHEARSAL_FAILED);
    }

    @Test
    void noStepAtAllIsNoGoForANarrowedRunToo() {
        assertThat(narrowed(false).finished().judged().decision()).isEqualTo(Decision.NO_GO);
    }

    @Test
    void allSkippedIsNoGo() {
        real();
        ALL.forEach(step -> test(step, "t", Outcome.SKIPPED));
        assertThat(finished().judged().decision()).isEqualTo(Decision.NO_GO);
    }

    @Test
    void anEmptyJournalIsNoGo() {
        Verdict verdict = judged();
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().sentence()).contains("does not say which run it belongs to");
    }

    @Test
    void theJournalOfAnotherRunIsNoGo() {
        Verdict verdict = started("run-0", Phase.UAT, false, "")
                .met("L1", "L2", "L3", "L4")
                .finished()
                .judged();
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().sentence()).contains("run-0").contains("not of run run-1");
    }

    @Test
    void twoRunsInOneJournalAreNoGo() {
        Verdict verdict = real().real().met("L1", "L2", "L3", "L4").finished().judged();
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().sentence()).contains("several runs are mixed");
    }

    @Test
    void aRunThatDidNotFinishIsNoGo() {
        Verdict verdict = real().met("L1", "L2", "L3", "L4").judged();
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().weight()).isEqualTo(Weight.UNFINISHED);
    }

    @Test
    void damageInTheJournalIsNoGo() {
        real().met("L1", "L2", "L3", "L4").finished();
        JournalRead damaged = new JournalRead(entries, List.of("line 3 of the journal cannot be read: {"), "");
        assertThat(Verdict.of(runbook, damaged, "run-1", ALL).decision()).isEqualTo(Decision.NO_GO);
    }

    @Test
    void aJournalThatGoesOnAfterItsEndIsNoGo() {
        assertThat(real().finished().met("L1", "L2", "L3", "L4").judged().decision())
                .isEqualTo(Decision.NO_GO);
    }

    @Test
    void wholeLinesThatGotLostAreNoticed() {
        real().met("L1", "L2", "L3", "L4").test("L1", "second", Outcome.MET).finished();
        entries.removeIf(entry ->
                entry instanceof StepFinished finished && finished.test().equals("second"));
        entries.removeIf(
                entry -> entry instanceof StepStarted started && started.test().equals("second"));
        Verdict verdict = judged();
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().sentence()).contains("counted 5 finished tests, and 4 are there");
    }

    @Test
    void aStepWithSeveralTestsIsMetOnlyIfAllAre() {
        Verdict verdict = real().met("L1", "L2", "L3", "L4")
                .test("L1", "other", Outcome.UNMET, BROKEN)
                .finished()
                .judged();
        assertThat(state(verdict, "L1")).isEqualTo(State.UNMET);
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().text()).isEqualTo("L1: the page is broken");
        assertThat(verdict.first().orElseThrow().toDo()).isEqualTo("mend it");
    }

    @Test
    void aStepWithOneTestSkippedIsNotMet() {
        Verdict verdict = real().met("L1", "L2", "L3", "L4")
                .test("L1", "other", Outcome.SKIPPED)
                .finished()
                .judged();
        assertThat(state(verdict, "L1")).isEqualTo(State.SKIPPED);
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
    }

    @Test
    void unmetBeatsUnknownAndUnknownBeatsFlaky() {
        real().test("L1", "a", Outcome.UNKNOWN, DARK)
                .test("L1", "b", Outcome.UNMET, BROKEN)
                .test("L2", "a", Outcome.UNMET, BROKEN)
                .test("L2", "a", Outcome.MET)
                .test("L2", "b", Outcome.UNKNOWN, DARK)
                .met("L3", "L4");
        Verdict verdict = finished().judged();
        assertThat(state(verdict, "L1")).isEqualTo(State.UNMET);
        assertThat(state(verdict, "L2")).isEqualTo(State.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"UNMET", "UNKNOWN", "ABORTED", "BROKEN"})
    void metOnlyOnARepeatBlocksAndKeepsTheFirstFailure(Outcome first) {
        Verdict verdict = real().met("L2", "L3", "L4")
                .test("L1", "a", first, BROKEN)
                .met("L1")
                .test("L1", "a", Outcome.MET, Finding.met("fine now"))
                .finished()
                .judged();
        assertThat(state(verdict, "L1")).isEqualTo(State.FLAKY);
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().sentence())
                .isEqualTo("met only on a repeat; before that: the page is broken");
    }

    @Test
    void aRepeatThatFailsIsNotSavedByAnEarlierSuccess() {
        Verdict verdict = real().met("L1", "L2", "L3", "L4")
                .test("L1", "t-L1", Outcome.UNMET, BROKEN)
                .finished()
                .judged();
        assertThat(state(verdict, "L1")).isEqualTo(State.UNMET);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"UNKNOWN", "ABORTED", "BROKEN"})
    void ownTroubleIsUnknownAndBlocks(Outcome outcome) {
        Verdict verdict =
                real().test("L1", "a", outcome).met("L2", "L3", "L4").finished().judged();
        assertThat(state(verdict, "L1")).isEqualTo(State.UNKNOWN);
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().toDo()).startsWith("Find out what kept this run from telling");
    }

    @Test
    void whatToDoIsTheFindingsOwnOrElseTheRunbooks() {
        Verdict verdict = real().test("L1", "a", Outcome.UNMET, Finding.unmet("no list"))
                .test("L2", "a", Outcome.UNMET, Finding.unmet("no list").toDo("open the port"))
                .test("L3", "a", Outcome.UNKNOWN, DARK.because("no credential"))
                .test("L4", "a", Outcome.UNKNOWN, DARK.because("no credential").toDo("set IMAP_PASSWORD"))
                .finished()
                .judged();
        assertThat(verdict.steps())
                .extracting(StepVerdict::toDo)
                .containsExactly(
                        "do L1",
                        "open the port",
                        "Put right what kept this run from telling (no credential), and run the step again.",
                        "set IMAP_PASSWORD");
    }

    @Test
    void anOutcomeCannotHideAFindingThatIsNotMet() {
        Verdict verdict = real().test("L1", "a", Outcome.MET, BROKEN)
                .met("L2", "L3", "L4")
                .finished()
                .judged();
        assertThat(state(verdict, "L1")).isEqualTo(State.UNMET);
    }

    @Test
    void aTestThatBeganAndNeverEndedIsUnknown() {
        real().met("L1", "L2", "L3", "L4");
        entries.add(new StepStarted("L1", "other", "opens the list", NOON.plusSeconds(5)));
        entries.add(new Progress("L1", "waiting", NOON.plusSeconds(65)));
        Verdict verdict = judged();
        StepVerdict step = verdict.steps().get(0);
        assertThat(step.state()).isEqualTo(State.UNKNOWN);
        assertThat(step.tests().get(1).took()).isEqualTo(Duration.ofSeconds(60));
        assertThat(step.open())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.sentence()).isEqualTo("\"opens the list\" began and did not end"));
    }

    @Test
    void aClockThatWasSetBackDoesNotReorderTheAttempts() {
        real().met("L2", "L3", "L4");
        entries.add(new StepFinished("L1", "a", "a", Outcome.MET, List.of(), 10, NOON));
        entries.add(new StepFinished("L1", "a", "a", Outcome.UNMET, List.of(BROKEN), 10, NOON.minusSeconds(3600)));
        counts.merge(Outcome.MET, 1, Integer::sum);
        counts.merge(Outcome.UNMET, 1, Integer::sum);
        assertThat(state(finished().judged(), "L1")).isEqualTo(State.UNMET);
    }

    @Test
    void aCoveredStepThatDidNotRunIsNoGo() {
        Verdict verdict = real().met("L1", "L3", "L4").finished().judged();
        assertThat(state(verdict, "L2")).isEqualTo(State.NOT_RUN);
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().text()).isEqualTo("L2: its test did not run: line L2");
    }

    @Test
    void aBlockingStepWithoutATestIsNoGoOnARealEnvironmentAndSaysThatAPersonHasTo() {
        Verdict verdict = real().met("L1", "L3", "L4").finished().judged(Set.of("L1", "L3", "L4"));
        assertThat(state(verdict, "L2")).isEqualTo(State.NOT_VERIFIED_YET);
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().sentence())
                .isEqualTo("no test verifies it yet, so a person has to: line L2");
        assertThat(verdict.first().orElseThrow().toDo()).contains("developers");
    }

    @Test
    void aBlockingStepWithoutATestIsListedAndDoesNotFailARehearsal() {
        Verdict verdict = rehearsal().met("L1", "L3", "L4").finished().judged(Set.of("L1", "L3", "L4"));
        assertThat(state(verdict, "L2")).isEqualTo(State.NOT_VERIFIED_YET);
        assertThat(verdict.decision()).isEqualTo(Decision.REHEARSAL_PASSED);
        assertThat(verdict.reasons()).isEmpty();
    }

    @Test
    void anAdvisoryStepNeverBlocksButIsSaid() {
        Verdict verdict = real().met("L1", "L2", "L3")
                .test("L4", "a", Outcome.UNMET, BROKEN)
                .finished()
                .judged();
        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(verdict.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.weight()).isEqualTo(Weight.ADVISORY));
    }

    @Test
    void aNarrowedRunIsPartialAtBest() {
        Verdict verdict = narrowed(false).met("L1").finished().judged();
        assertThat(verdict.decision()).isEqualTo(Decision.PARTIAL);
        assertThat(verdict.first().orElseThrow().sentence())
                .isEqualTo("this run was narrowed (-Dit.test=L1*): 3 of 4 steps were not looked at");
    }

    @Test
    void aNarrowedRunThatLookedAtEverythingIsStillPartial() {
        assertThat(narrowed(false)
                        .met("L1", "L2", "L3", "L4")
                        .finished()
                        .judged()
                        .decision())
                .isEqualTo(Decision.PARTIAL);
    }

    @Test
    void aNarrowedRehearsalIsPartialToo() {
        assertThat(narrowed(true).met("L1").finished().judged().decision()).isEqualTo(Decision.PARTIAL);
    }

    @Test
    void aNarrowedRunWithAnUnmetStepIsNoGo() {
        assertThat(narrowed(false)
                        .test("L1", "a", Outcome.UNMET, BROKEN)
                        .finished()
                        .judged()
                        .decision())
                .isEqualTo(Decision.NO_GO);
    }

    @Test
    void aNarrowedRehearsalWithAnUnmetStepFails() {
        assertThat(narrowed(true)
                        .test("L1", "a", Outcome.UNMET, BROKEN)
                        .finished()
                        .judged()
                        .decision())
                .isEqualTo(Decision.REHEARSAL_FAILED);
    }

    @Test
    void reasonsStandInTheOrderInWhichToDealWithThem() {
        Runbook long_ = new Runbook(List.of(
                step("A", false),
                step("B", true),
                step("C", true),
                step("D", true),
                step("E", true),
                step("F", true),
                step("G", true),
                step("H", true)));
        real().test("A", "a", Outcome.UNMET, BROKEN)
                .test("C", "a", Outcome.SKIPPED)
                .test("D", "a", Outcome.UNMET, BROKEN)
                .test("D", "a", Outcome.MET)
                .test("E", "a", Outcome.UNKNOWN, DARK)
                .test("G", "a", Outcome.UNMET, BROKEN)
                .test("H", "a", Outcome.UNMET, BROKEN);
        Verdict verdict = Verdict.of(long_, entries, "run-1", Set.of("A", "B", "C", "D", "E", "G", "H"));
        assertThat(verdict.reasons())
                .extracting(Reason::step)
                .containsExactly("G", "H", "", "E", "D", "C", "B", "F", "A");
    }

    @Test
    void aTestForAStepThatTheRunbookDoesNotHaveIsNoGo() {
        Verdict verdict =
                real().met("L1", "L2", "L3", "L4").met("L77").finished().judged();
        assertThat(verdict.decision()).isEqualTo(Decision.NO_GO);
        assertThat(verdict.first().orElseThrow().text()).startsWith("L77: a test names this step");
    }

    @Test
    void anUnmetStepOfAnotherPhaseIsAdvice() {
        Verdict verdict = real().met("L1", "L2", "L3", "L4")
                .test("L12", "a", Outcome.UNMET, BROKEN)
                .finished()
                .judged();
        assertThat(verdict.decision()).isEqualTo(Decision.GO);
        assertThat(verdict.first().orElseThrow().text()).startsWith("L12: does not belong to this phase");
    }

    @Test
    void aStepMadeOfOthersNeedsNoTestAndIsAsGoodAsTheWorstOfThem() {
        Verdict good =
                started("run-1", Phase.LIVE, false, "").met("L12").finished().judged(Set.of("L12"));
        assertThat(state(good, "L13")).isEqualTo(State.MET);
        assertThat(good.decision()).isEqualTo(Decision.GO);

        entries.clear();
        counts.clear();
        Verdict bad = started("run-1", Phase.LIVE, false, "")
                .test("L12", "a", Outcome.UNMET, BROKEN)
                .finished()
                .judged(Set.of("L12"));
        assertThat(state(bad, "L13")).isEqualTo(State.UNMET);
        assertThat(bad.reasons()).extracting(Reason::text).contains("L13: line L13 (made of L12)");
    }

    @Test
    void evidenceAndTimesComeWithTheStep() {
        real().met("L1", "L2", "L3", "L4");
        Evidence page = new Evidence("page", "evidence/page.png", "image/png");
        entries.add(new EvidenceKept("L1", page, NOON));
        test("L1", "other", Outcome.MET);
        StepVerdict step = finished().judged().steps().get(0);
        assertThat(step.evidence()).containsExactly(page);
        assertThat(step.took()).isEqualTo(Duration.ofMillis(20));
        assertThat(step.findings()).containsExactly(Finding.met("fine"));
    }
}
