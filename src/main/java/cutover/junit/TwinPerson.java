package cutover.junit;

import cutover.drill.Action;
import cutover.drill.Drill;
import cutover.drill.Scene;
import java.util.function.Consumer;

/** Does with the twin's levers what a person is told, at once; resolvers forget the names meanwhile. */
record TwinPerson(Scene scene, Drill drill) implements Consumer<Action> {

    @Override
    public void accept(Action action) {
        scene.levers().stream()
                .filter(lever -> lever.name().equals(action.lever()))
                .findFirst()
                .ifPresentOrElse(lever -> lever.pull(action.to()), () -> scene.pass(action));
        scene.letPass(drill.remembered());
    }
}
