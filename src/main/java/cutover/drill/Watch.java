package cutover.drill;

import cutover.runbook.Phase;
import java.util.Set;

/** Looks at the world through the steps of the runbook, as it stands, without moving it. */
@FunctionalInterface
public interface Watch {

    /**
     * Looks once; each look is a run of its own with a journal of its own.
     *
     * @param name part of the run's id, such as {@code after-launch-steady}
     * @param steps ids; empty for all of the phase that a test verifies
     */
    Seen look(String name, Phase phase, Set<String> steps);
}
