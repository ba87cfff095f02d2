package cutover.drill;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.config.Sources;
import cutover.config.StrictYaml;
import cutover.drill.GuideNote.Kind;
import cutover.finding.FailureText;
import cutover.runbook.Outcome;
import cutover.runbook.Phase;
import cutover.runbook.Runbook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideTest {

    private static final Runbook RUNBOOK =
            StrictYaml.read(Path.of("config/runbook.yaml"), Runbook.class, Sources.of(Map.of(), Map.of()));

    private final List<GuideNote> notes = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Set<String>> looks = new ArrayList<>();
    private Stage stage = new Stage(Stage.shipped("after-launch"));
    private Consumer<Action> person = action -> {};
    private Consumer<Duration> meanwhile = pause -> {};

    @AfterEach
    void nobodyIsInterrupted() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-redirect", "after-launch", "after-day-2", "corrupted-data"})
    void whoeverDoesWhatIsSaidIsLedThroughEachDrill(String name) {
        stage = new Stage(Stage.shipped(name));
        person = this::does;

        assertThat(lead()).isTrue();

        assertThat(guided().isThrough()).isTrue();
        assertThat(guided().finding().isMet()).isTrue();
        assertThat(told(Kind.ASKED)).containsExactlyElementsOf(acts());
        assertThat(guided().table()).hasSameSizeAs(stage.drill.actions()).noneMatch(line -> line.contains("not done"));
    }

    @Test
    void itWaitsUntilItCanBeSeenAndGoesOnAtOnceThen() {
        person = action -> {
            if (!action.lever().equals("old-name")) {
                does(action);
            }
        };
        meanwhile = pause -> {
            if (notes.stream().filter(note -> note.kind() == Kind.LOOKED).count() == 4) {
                does(stage.drill.actions().get(0));
            }
        };

        assertThat(lead()).isTrue();

        assertThat(looks.subList(1, 5)).containsOnly(Set.of("R0"));
        assertThat(said)
                .anyMatch(line -> line.startsWith("[0 ms] 1 of 9 NOW: At Namecheap"))
                .anyMatch(line -> line.contains("1 of 9 waiting, 0 ms of 10 min 0 s; R0 not met: R0 sees it"))
                .anyMatch(line -> line.equals("[15.0 s] 1 of 9 seen, 15.0 s after it was told"));
    }

    @Test
    void whatAStepShowsTogetherWithALaterActionIsWaitedForThere() {
        person = this::does;

        lead();

        assertThat(told(Kind.WITH_A_LATER_ONE)).contains("In Twilio, put the old URLs back on the numbers");
        assertThat(told(Kind.SEEN)).contains("In Mailgun, put the old URLs back on webhooks and routes");
    }

    @Test
    void whatHasNotChangedIsSaidOnceAMinute() {
        assertThat(lead()).isFalse();

        assertThat(said).filteredOn(line -> line.contains("1 of 9 waiting")).hasSize(10);
    }

    @Test
    void whenItsTimeIsOverItStopsThereWithAllThatIsNotDoneYet() {
        person = action -> {
            if (!action.lever().equals("mail")) {
                does(action);
            }
        };

        assertThat(lead()).isFalse();

        assertThat(told(Kind.STOPPED)).containsExactly("In Mailgun, put the old URLs back on webhooks and routes");
        assertThat(FailureText.of(guided().finding()))
                .startsWith("the way back stops at action 5 of 9, its time is over: In Mailgun")
                .contains("R2 met within 20 min 0 s", "R2 not met: R2 sees it", "run guide-exercise-5-")
                .contains("R2: Put the old URLs back on the number in Twilio")
                .containsSubsequence("5. In Mailgun", "6. Disable the rules", "7. Add the jobs", "8. Restore")
                .doesNotContain("4. In Twilio");
        assertThat(said).noneMatch(line -> line.contains("6 of 9 NOW"));
    }

    @Test
    void whatWasDoneBeforeItsTurnIsToldAndNobodyIsToldToDoItAgain() {
        does(stage.drill.actions().get(1));
        does(stage.drill.actions().get(7));
        person = this::does;

        assertThat(lead()).isTrue();

        assertThat(told(Kind.ALREADY)).containsExactly(acts().get(7));
        assertThat(said)
                .anyMatch(line -> line.startsWith("[0 ms] 8 of 9 can be seen already, before its turn: Restore"));
        assertThat(told(Kind.ASKED)).doesNotContain(acts().get(7));
    }

    @Test
    void whatHadToComeBeforeIsNamedWhereSomebodyWasTooEarly() {
        stage = new Stage(Stage.shipped("after-day-2"));
        does(stage.drill.actions().get(11));
        does(stage.drill.actions().get(12));
        person = this::does;

        lead();

        assertThat(said)
                .anyMatch(line -> line.contains("12 of 16 can be seen already, before its turn: In Twilio")
                        && line.endsWith("before it should have come: Scale web and worker up again"));
    }

    @Test
    void whatNoStepShowsIsSaidAndListedAsNotObserved() {
        stage = new Stage(Stage.shipped("before-redirect"));
        person = this::does;

        lead();

        assertThat(said).anyMatch(line -> line.contains("nobody can see this one: do it now"));
        assertThat(guided().unobserved()).singleElement().asString().startsWith("1. Tell everybody");
    }

    @Test
    void whereOnlyWeAreBlindNobodyWaitsForLong() {
        person = this::does;

        assertThat(lead((name, phase, steps) -> steps.equals(Set.of("R12"))
                        ? stage.seen(name, phase, Map.of("R12", Outcome.UNKNOWN))
                        : stage.look(name, phase, steps)))
                .isTrue();

        assertThat(guided().unobserved())
                .containsExactly("8. " + acts().get(7) + " (R12 could not tell: R12 is in the dark)");
        assertThat(stage.clock().instant()).isEqualTo(Stage.NOON.plusSeconds(10));
    }

    @Test
    void aStepThatLeavesSomethingBehindLooksOnceAMinuteOnly() {
        List<Duration> pauses = new ArrayList<>();
        meanwhile = pauses::add;
        person = action -> {
            if (!action.lever().equals("mail")) {
                does(action);
            }
        };

        lead();

        assertThat(pauses).containsOnly(Duration.ofMinutes(1)).hasSize(20);
    }

    @Test
    void whoBreaksItOffLosesNothingAndIsToldWhatIsLeft() {
        person = this::does;
        assertThat(lead((name, phase, steps) -> {
                    if (steps.contains("R2") && steps.size() == 1) {
                        Thread.currentThread().interrupt();
                        return stage.seen(name, phase, Map.of("R2", Outcome.UNMET));
                    }
                    return stage.look(name, phase, steps);
                }))
                .isFalse();

        assertThat(told(Kind.SEEN)).containsExactly(acts().get(0), acts().get(1), acts().get(2));
        assertThat(FailureText.of(guided().finding()))
                .contains("5 of 9, it was broken off")
                .containsSubsequence("5. In Mailgun", "8. Restore");
    }

    @Test
    void notesThatEndInTheMiddleTellHowFarItCame() {
        person = this::does;
        lead();
        int asked = notes.indexOf(notes.stream()
                .filter(note -> note.kind() == Kind.ASKED && note.action() == 2)
                .findFirst()
                .orElseThrow());

        Guided killed = new Guided(notes.subList(0, asked + 1));

        assertThat(FailureText.of(killed.finding()))
                .startsWith("the guided rollback has no end")
                .contains("told, not seen after 0 ms", "not done yet")
                .containsSubsequence("2. In Route 53", "4. In Twilio", "8. Restore");
    }

    private void does(Action action) {
        if (!action.lever().isEmpty()) {
            stage.stands.put(action.lever(), action.to());
        }
    }

    private boolean lead() {
        return lead(stage);
    }

    private boolean lead(Watch watch) {
        Watch counted = (String name, Phase phase, Set<String> steps) -> {
            looks.add(steps);
            return watch.look(name, phase, steps);
        };
        Consumer<Duration> pause = time -> {
            stage.passes(time);
            meanwhile.accept(time);
        };
        return new Guide(counted, stage.clock(), pause, action -> person.accept(action), notes::add, said::add)
                .lead("exercise", stage.drill, RUNBOOK.of(Phase.ROLLEDBACK));
    }

    private Guided guided() {
        return new Guided(notes);
    }

    private List<String> acts() {
        return stage.drill.actions().stream().map(Action::act).toList();
    }

    private List<String> told(Kind kind) {
        return notes.stream()
                .filter(note -> note.kind() == kind)
                .map(GuideNote::act)
                .toList();
    }
}
