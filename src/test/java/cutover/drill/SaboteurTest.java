package cutover.drill;

import static cutover.drill.DrillLoopTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody does one action of a shipped drill not at all, too early, by half, or at the wrong place: it is named. */
class SaboteurTest {

    private static final List<String> DRILLS =
            List.of("before-redirect", "after-launch", "after-day-2", "corrupted-data");

    static Stream<Arguments> actions() {
        return DRILLS.stream()
                .flatMap(name ->
                        IntStream.range(0, Stage.shipped(name).actions().size()).mapToObj(i -> Arguments.of(name, i)));
    }

    static Stream<Arguments> levers() {
        return actions().filter(each -> !action(each).lever().isEmpty());
    }

    static Stream<Arguments> dependent() {
        return actions().filter(each -> !action(each).after().isEmpty());
    }

    private static Action action(Arguments arguments) {
        return Stage.shipped((String) arguments.get()[0]).actions().get((int)
                arguments.get()[1]);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void whatIsForgottenIsNamed(String name, int which) {
        Stage stage = new Stage(Stage.shipped(name));
        Action forgotten = stage.drill.actions().get(which);

        DrillRecord record = stage.run((actions, each) ->
                actions.stream().filter(action -> !action.equals(forgotten)).forEach(each));

        assertThat(record.isMet()).isFalse();
        assertThat(texts(record)).first().asString().contains("to do    : " + forgotten.act());
        assertThat(record.left()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dependent")
    void whatIsDoneTooEarlyIsNamedWithWhatItHadToWaitFor(String name, int which) {
        Stage stage = new Stage(Stage.shipped(name));
        Action hasty = stage.drill.actions().get(which);

        DrillRecord record = stage.run((actions, each) -> {
            List<Action> order = new ArrayList<>(actions);
            Collections.rotate(order.subList(0, which + 1), 1);
            order.forEach(each);
        });

        assertThat(texts(record)).hasSize(hasty.after().size());
        assertThat(texts(record))
                .allSatisfy(text -> assertThat(text)
                        .startsWith("the drill exercise: " + hasty.lever() + " was moved before ")
                        .contains("go through the actions in their order"));
    }

    @ParameterizedTest
    @MethodSource("levers")
    void whatIsDoneByHalfIsNamedWithWhereItStands(String name, int which) {
        Stage stage = new Stage(Stage.shipped(name));
        Action half = stage.drill.actions().get(which);
        Lever whole = stage.lever(half.lever());
        stage.replaced.put(half.lever(), new CardboardLever(half.lever(), whole.positions(), whole::position, to -> {
            stage.stands.put(half.lever(), to.equals(half.to()) ? "neither: one of two" : to);
            return "one of two";
        }));

        DrillRecord record = stage.run();

        assertThat(texts(record))
                .first()
                .asString()
                .startsWith("the drill exercise: " + half.lever() + " does not stand at " + half.to())
                .contains("but was  : neither: one of two", "to do    : " + half.act());
        assertThat(record.left()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("levers")
    void whatIsDoneAtTheWrongPlaceIsNamedAsNotDone(String name, int which) {
        Stage stage = new Stage(Stage.shipped(name));
        Action lost = stage.drill.actions().get(which);
        Lever whole = stage.lever(lost.lever());
        stage.replaced.put(
                lost.lever(),
                new CardboardLever(
                        lost.lever(),
                        whole.positions(),
                        whole::position,
                        to -> to.equals(lost.to()) ? "changed, in another zone" : whole.pull(to)));

        DrillRecord record = stage.run();

        assertThat(texts(record))
                .first()
                .asString()
                .startsWith("the drill exercise: " + lost.lever() + " does not stand at " + lost.to())
                .contains("but was  : where-it-was");
        assertThat(record.moved()).anySatisfy(moved -> assertThat(moved.told()).isEqualTo("changed, in another zone"));
    }

    @ParameterizedTest
    @MethodSource("levers")
    void whatBreaksWhenItIsMovedIsNamedAndTheRestIsMovedAllTheSame(String name, int which) {
        Stage stage = new Stage(Stage.shipped(name));
        Action stuck = stage.drill.actions().get(which);
        Lever whole = stage.lever(stuck.lever());
        stage.replaced.put(stuck.lever(), new CardboardLever(stuck.lever(), whole.positions(), whole::position, to -> {
            throw new IllegalStateException("the console is down");
        }));

        DrillRecord record = stage.run();

        assertThat(texts(record))
                .first()
                .asString()
                .startsWith("the drill exercise: " + stuck.lever() + " does not stand at " + stuck.to());
        assertThat(record.moved())
                .hasSameSizeAs(stage.drill.actions())
                .anySatisfy(moved -> assertThat(moved.told()).contains("the console is down"));
    }
}
