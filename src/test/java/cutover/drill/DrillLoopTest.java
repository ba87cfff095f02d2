package cutover.drill;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.finding.FailureText;
import cutover.finding.Finding;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrillLoopTest {

    private final Stage stage = new Stage(Stage.shipped("after-launch"));

    @ParameterizedTest
    @ValueSource(strings = {"before-redirect", "after-launch", "after-day-2", "corrupted-data"})
    void aDrillThatGoesAsItsFileHasItIsMet(String name) {
        Drill drill = Stage.shipped(name);

        DrillRecord record = new Stage(drill).run();

        assertThat(record.open()).isEmpty();
        assertThat(record.isMet()).isTrue();
        assertThat(record.decided()).isEqualTo(drill.decision().words());
        assertThat(record.moved()).hasSameSizeAs(drill.actions());
        assertThat(record.left()).isEmpty();
        assertThat(record.backAfter()).contains(drill.remembered());
    }

    @Test
    void whereNobodyCanTellNobodyGoesBack() {
        DrillRecord record = new Stage(Stage.shipped("nobody-can-tell")).run();

        assertThat(record.open()).isEmpty();
        assertThat(record.decided()).isEqualTo("stay");
        assertThat(record.because()).isEqualTo("no step that blocks is unmet");
        assertThat(record.backAfter()).isEmpty();
    }

    @Test
    void whereTheWayBackIsGoneTheDrillExpectsToStay() {
        Stage gone = new Stage(Stage.shipped("no-way-back"));
        gone.seen.add(WayBack.noLonger(Subject.OLD_APPLICATION, "it was deleted", "Heroku"));

        DrillRecord record = gone.run();

        assertThat(record.open()).isEmpty();
        assertThat(record.because()).contains("no way back: old application, it was deleted");
        assertThat(texts(new Stage(Stage.shipped("no-way-back")).run()))
                .singleElement()
                .asString()
                .startsWith("the drill exercise leads to another decision");
    }

    @Test
    void theTimesCountFromTheBreakAndResolversMayRememberTheNamesBesides() {
        DrillRecord record = stage.run((actions, each) -> actions.forEach(action -> {
            stage.passes(Duration.ofSeconds(10));
            each.accept(action);
        }));

        assertThat(record.noticedAfter()).contains(Duration.ZERO);
        assertThat(record.decidedAfter()).contains(Duration.ZERO);
        assertThat(record.backAfter()).contains(Duration.ofSeconds(90 + 60));
        assertThat(record.moved()).first().satisfies(moved -> {
            assertThat(moved.stood()).isEqualTo("where-it-was");
            assertThat(moved.told()).isEqualTo("moved");
        });
    }

    @Test
    void peopleAreStillThereWhenSomebodyGoesBack() {
        stage.run();

        int arrived = stage.done.indexOf("people stay");
        assertThat(stage.done.subList(0, arrived)).anyMatch(line -> line.startsWith("exercise: breaking"));
        assertThat(stage.done.subList(0, arrived)).doesNotContain("exercise: old-name to old");
        assertThat(stage.done).contains("exercise: old-name to old");
    }

    @Test
    void nothingIsBrokenWhereNothingIsSteady() {
        stage.steady = false;

        DrillRecord record = stage.run();

        assertThat(texts(record))
                .singleElement()
                .asString()
                .startsWith("the drill exercise: live does not hold before it")
                .contains("L9 not met: L9 sees it", "mend that first");
        assertThat(stage.done).doesNotContain("note", "mend");
    }

    @Test
    void aBlindStepAndAJumpyOneAreNamed() {
        stage.blind.add("L9");
        assertThat(texts(stage.run()))
                .singleElement()
                .asString()
                .startsWith("the drill exercise was not noticed by exactly the steps that should have")
                .contains("expected : L9, L13, L14, L17", "unmet: L13, L14, L17\n");

        Stage other = new Stage(Stage.shipped("corrupted-data"));
        other.jumpy.add("L13");
        assertThat(texts(other.run())).singleElement().asString().contains("expected : L9", "unmet: L13, L9\n");
    }

    @Test
    void whatIsNoticedByNoStepThatBlocksLeadsNowhere() {
        stage.blind.addAll(stage.drill.notices());

        DrillRecord record = stage.run();

        assertThat(texts(record)).hasSize(2);
        assertThat(texts(record).get(1))
                .startsWith("the drill exercise leads to another decision")
                .contains("expected : go back: names, vendors, scheduled work")
                .contains("but was  : stay, because no step that blocks is unmet");
        assertThat(record.noticedAfter()).isEmpty();
    }

    @Test
    void brokenDataBeatThePhase() {
        stage.broken.add("rows twice: intake_application, 2");

        assertThat(texts(stage.run()))
                .singleElement()
                .asString()
                .contains("but was  : go back: restore the data first")
                .contains("the live data are broken: rows twice: intake_application, 2");
    }

    @Test
    void whereThereIsNoWayBackNobodyDecidesToTakeIt() {
        stage.seen.add(WayBack.noLonger(Subject.OLD_APPLICATION, "it was deleted", "Heroku"));

        assertThat(texts(stage.run()))
                .singleElement()
                .asString()
                .contains("but was  : stay")
                .contains("there is no way back: old application, it was deleted");
    }

    @Test
    void moreLossThanTheDrillAllowsIsUnmetAndListed() {
        stage.lost.add(new Lost("intake_application", 2, "105-106"));

        DrillRecord record = stage.run();

        assertThat(texts(record))
                .singleElement()
                .asString()
                .startsWith("the drill exercise loses more than it may")
                .contains("intake_application: 2 rows, id 105-106");
        assertThat(record.lost()).containsExactly(new Lost("intake_application", 2, "105-106"));
    }

    @Test
    void aPartThatTakesTooLongIsUnmet() {
        DrillRecord record = stage.run((actions, each) -> {
            stage.passes(Duration.ofMinutes(20));
            actions.forEach(each);
        });

        assertThat(texts(record))
                .singleElement()
                .asString()
                .startsWith("the drill exercise took too long until it was back")
                .contains("expected : at most 10 min 0 s", "but was  : 21 min 0 s");
    }

    @Test
    void itIsUndoneAlsoWhenItBreaksOffInTheMiddle() {
        DrillRecord record = stage.run((actions, each) -> {
            each.accept(actions.get(0));
            throw new IllegalStateException("the registrar is not to be reached");
        });

        assertThat(texts(record))
                .singleElement()
                .asString()
                .startsWith("the drill exercise broke off")
                .contains("the registrar is not to be reached");
        assertThat(stage.stands.values()).containsOnly("where-it-was");
        assertThat(stage.done).contains("mend");
    }

    @Test
    void itIsUndoneAlsoWhenItCouldNotBeBroken() {
        stage.breaks = java.util.Optional.of(new IllegalStateException("no such fault"));

        DrillRecord record = stage.run();

        assertThat(texts(record)).singleElement().asString().contains("no such fault");
        assertThat(stage.done).contains("mend");
    }

    @Test
    void anUndoThatFailsLeavesTheWorldDescribed() {
        stage.replaced.put(
                "phone",
                new CardboardLever("phone", List.of("where-it-was", "old"), () -> stage.stands.get("phone"), to -> {
                    if (to.equals("old")) {
                        stage.stands.put("phone", to);
                        return "moved";
                    }
                    return "401 Authenticate";
                }));

        DrillRecord record = stage.run();

        assertThat(record.left()).containsExactly("phone stands at old, it was found at where-it-was");
        assertThat(texts(record)).hasSize(2);
        assertThat(texts(record).get(0))
                .startsWith("the drill has not been undone: phone stands elsewhere")
                .contains("but was  : old; 401 Authenticate");
        assertThat(texts(record).get(1)).startsWith("the drill exercise: live does not hold after it");
    }

    @Test
    void whatStaysBrokenAfterwardsIsSeen() {
        stage.mends = false;

        assertThat(texts(stage.run()))
                .singleElement()
                .asString()
                .startsWith("the drill exercise: live does not hold after it")
                .contains("the undo of the drill is not complete");
    }

    @Test
    void itDoesNotBeginWhereALeverStandsNowhereThatIsKnown() {
        stage.stands.put("phone", "neither: https://a.example");

        assertThat(texts(stage.run()))
                .first()
                .asString()
                .startsWith("the drill exercise: live does not hold before it");
        stage.replaced.put("phone", new CardboardLever("phone", List.of("old", "new"), () -> "401", to -> "401"));
        stage.stands.put("phone", "where-it-was");

        assertThat(texts(stage.run()))
                .singleElement()
                .asString()
                .contains("stands nowhere that it knows", "phone stands at 401, not at one of old, new");
        assertThat(stage.done).doesNotContain("note");
    }

    static List<String> texts(DrillRecord record) {
        return record.open().stream()
                .map((Finding finding) -> FailureText.of(finding))
                .toList();
    }
}
