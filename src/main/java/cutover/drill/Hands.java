package cutover.drill;

import java.util.List;
import java.util.function.Consumer;

/** Who carries the actions out. Whether they did is not theirs to say: it is read back. */
@FunctionalInterface
public interface Hands {

    /**
     * Carries them out, in the order in which it thinks fit.
     *
     * @param each carries out one of them
     */
    void carryOut(List<Action> actions, Consumer<Action> each);

    /** Does what it was told, in the order of the drill. */
    Hands WILLING = (actions, each) -> actions.forEach(each);
}
