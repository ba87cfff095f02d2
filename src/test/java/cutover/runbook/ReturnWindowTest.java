package cutover.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.finding.Finding;
import cutover.runbook.WayBack.Standing;
import cutover.runbook.WayBack.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnWindowTest {

    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final Instant NEXT_WEEK = NOON.plus(Duration.ofDays(7));

    private static WayBackSeen said(String step, WayBack wayBack) {
        return new WayBackSeen(step, wayBack, NOON);
    }

    private static ReturnWindow window(Phase phase, WayBackSeen... seen) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new RunStarted("run-1", "prod", "https://www.example.org", phase, false, "", Map.of(), NOON));
        entries.addAll(List.of(seen));
        return ReturnWindow.of(entries, NOON).orElseThrow();
    }

    private static ReturnWindow.Line line(ReturnWindow window, Subject subject) {
        return window.lines().stream()
                .filter(line -> line.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    private static WayBackSeen[] allPossible() {
        return Arrays.stream(Subject.values())
                .map(subject -> said("L1", WayBack.possible(subject, "somebody")))
                .toArray(WayBackSeen[]::new);
    }

    @Test
    void whatOnlyANightLooksAtIsMissedInNoOtherPhase() {
        assertThat(window(Phase.LIVE, allPossible()).lines())
                .extracting(ReturnWindow.Line::subject)
                .contains(Subject.SNAPSHOT);
        assertThat(window(Phase.LIVE).lines())
                .extracting(ReturnWindow.Line::subject)
                .doesNotContain(Subject.SECRETS, Subject.SCHEMA, Subject.SNAPSHOT, Subject.WEBHOOKS);
        assertThat(window(Phase.NIGHTLY).lines())
                .extracting(ReturnWindow.Line::subject)
                .containsExactly(Subject.values());
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void aSubjectOnWhichNobodySpokeIsNotKnown(Subject silent) {
        WayBackSeen[] others = Arrays.stream(allPossible())
                .filter(seen -> seen.wayBack().subject() != silent)
                .toArray(WayBackSeen[]::new);

        ReturnWindow window = window(Phase.NIGHTLY, others);

        assertThat(line(window, silent).standing()).isEqualTo(Standing.NOT_KNOWN);
        assertThat(line(window, silent).witnesses()).isEmpty();
        assertThat(window.standing()).isEqualTo(Standing.NOT_KNOWN);
    }

    @Test
    void itIsPossibleOnlyWhenAllSubjectsSaySo() {
        assertThat(window(Phase.LIVE, allPossible()).standing()).isEqualTo(Standing.POSSIBLE);
        assertThat(window(Phase.LIVE, allPossible()).until()).isEmpty();
    }

    @Test
    void beforeTheLaunchNobodyAsksWhetherPeopleCanBeSentBack() {
        assertThat(window(Phase.BEFORE).lines())
                .extracting(ReturnWindow.Line::subject)
                .containsExactly(Subject.NAMES, Subject.CERTIFICATE, Subject.REDIRECTS, Subject.STRICT_TRANSPORT);
        assertThat(window(Phase.BEFORE, said("L1", WayBack.possible(Subject.DATA, "a log")))
                        .lines())
                .extracting(ReturnWindow.Line::subject)
                .contains(Subject.DATA);
    }

    @Test
    void theEarliestEndCounts() {
        ReturnWindow window = window(
                Phase.LIVE,
                said("L1", WayBack.possible(Subject.CERTIFICATE, "one").until(NEXT_WEEK)),
                said("L1", WayBack.possible(Subject.CERTIFICATE, "other").until(TOMORROW)),
                said("L1", WayBack.possible(Subject.OLD_APPLICATION, "x").until(NEXT_WEEK)));

        assertThat(line(window, Subject.CERTIFICATE).until()).contains(TOMORROW);
        assertThat(window.until()).contains(TOMORROW);
    }

    @Test
    void whatHasEndedIsNoLongerPossibleAndIsNoEndToCome() {
        ReturnWindow window = window(
                Phase.LIVE,
                said("L1", WayBack.possible(Subject.CERTIFICATE, "one").until(NOON)),
                said("L1", WayBack.possible(Subject.OLD_APPLICATION, "x").until(NEXT_WEEK)));

        assertThat(line(window, Subject.CERTIFICATE).standing()).isEqualTo(Standing.NO_LONGER);
        assertThat(line(window, Subject.CERTIFICATE).words()).containsExactly("it ended at 2026-01-12T12:00:00Z");
        assertThat(window.standing()).isEqualTo(Standing.NO_LONGER);
        assertThat(window.until()).contains(NEXT_WEEK);
    }

    @Test
    void theWorstThatAnybodySaysOfASubjectHolds() {
        ReturnWindow window = window(
                Phase.LIVE,
                said("L17", WayBack.atACost(Subject.REDIRECTS, "a 301", "a")),
                said("L13", WayBack.possible(Subject.REDIRECTS, "b")),
                said("L13", WayBack.notKnown(Subject.NAMES, "silence", "c")),
                said("L13", WayBack.atACost(Subject.NAMES, "60 s", "d")),
                said("L1", WayBack.noLonger(Subject.OLD_APPLICATION, "it is off", "e")),
                said("L1", WayBack.notKnown(Subject.OLD_APPLICATION, "silence", "f")));

        assertThat(line(window, Subject.REDIRECTS).standing()).isEqualTo(Standing.AT_A_COST);
        assertThat(line(window, Subject.NAMES).standing()).isEqualTo(Standing.NOT_KNOWN);
        assertThat(line(window, Subject.NAMES).words()).containsExactly("silence", "60 s");
        assertThat(line(window, Subject.OLD_APPLICATION).standing()).isEqualTo(Standing.NO_LONGER);
        assertThat(window.standing()).isEqualTo(Standing.NO_LONGER);
    }

    @Test
    void theSameWordsAreToldOnceWithAllWitnessesWhicheverStepSpokeFirst() {
        WayBackSeen[] seen = {
            said("L17", WayBack.atACost(Subject.NAMES, "60 s", "ns2")),
            said("L13", WayBack.atACost(Subject.NAMES, "60 s", "ns1")),
            said("L13", WayBack.atACost(Subject.NAMES, "60 s", "ns2"))
        };
        WayBackSeen[] turned = {seen[1], seen[2], seen[0]};

        assertThat(line(window(Phase.LIVE, seen), Subject.NAMES).words()).containsExactly("60 s");
        assertThat(line(window(Phase.LIVE, seen), Subject.NAMES).witnesses())
                .containsExactly("L13: ns1; ns2", "L17: ns2");
        assertThat(window(Phase.LIVE, turned)).isEqualTo(window(Phase.LIVE, seen));
    }

    @Test
    void aJournalWithoutAPhaseHasNoWindow() {
        assertThat(ReturnWindow.of(List.of(allPossible()), NOON)).isEmpty();
    }

    @Test
    void aStatementWithoutAWitnessOrAReasonIsRefused() {
        assertThatThrownBy(() -> WayBack.possible(Subject.NAMES, " ")).hasMessageContaining("nobody is named");
        assertThatThrownBy(() -> WayBack.atACost(Subject.NAMES, "", "ns1"))
                .hasMessageContaining("names is possible at a cost");
    }

    @Test
    void theWayBackChangesNoVerdict() {
        StepLine step = SmallRun.step("L1", How.AUTO);
        List<Entry> entries = new ArrayList<>(List.of(
                new RunStarted("run-1", "prod", "https://www.example.org", Phase.UAT, false, "", Map.of(), NOON),
                new StepStarted("L1", "t", "n", NOON),
                new StepFinished("L1", "t", "n", Outcome.MET, List.of(Finding.met("so")), 1, NOON),
                new RunFinished(NOON, Map.of(Outcome.MET, 1))));
        Verdict without = Verdict.of(new Runbook(List.of(step)), entries, "run-1", Set.of("L1"));
        entries.add(2, said("L1", WayBack.noLonger(Subject.OLD_APPLICATION, "it is off", "e")));

        assertThat(without.decision()).isEqualTo(Decision.GO);
        assertThat(Verdict.of(new Runbook(List.of(step)), entries, "run-1", Set.of("L1")))
                .isEqualTo(without);
    }
}
