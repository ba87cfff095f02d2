package cutover.runbook;

import cutover.config.Doc;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The launch timeline.
 *
 * @param steps in the order in which people work through them; ids are unique
 */
public record Runbook(
        @Doc("In the order in which people work through them")
        List<StepLine> steps) {

    public Runbook {
        steps = List.copyOf(steps);
        Set<String> seen = new HashSet<>();
        for (StepLine step : steps) {
            demandEarlierParts(step, steps, seen);
            demandEarlierNeeds(step, steps, seen);
            if (!seen.add(step.id())) {
                throw new IllegalArgumentException("the runbook has two steps with the id " + step.id());
            }
        }
    }

    /** The step of that id. */
    public Optional<StepLine> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The steps that a run in this phase is judged by, in order. */
    public List<StepLine> of(Phase phase) {
        return steps.stream().filter(step -> step.phases().contains(phase)).toList();
    }

    private static void demandEarlierParts(StepLine step, List<StepLine> steps, Set<String> earlier) {
        for (String part : step.madeOf()) {
            boolean sharesPhases = steps.stream()
                    .anyMatch(other -> other.id().equals(part) && other.phases().containsAll(step.phases()));
            if (!earlier.contains(part) || !sharesPhases) {
                throw new IllegalArgumentException("step " + step.id() + " is made of " + part
                        + ", which is not an earlier step of the same phases");
            }
        }
    }

    private static void demandEarlierNeeds(StepLine step, List<StepLine> steps, Set<String> earlier) {
        for (String need : step.after()) {
            boolean meets = steps.stream()
                    .anyMatch(other -> other.id().equals(need) && !Collections.disjoint(other.phases(), step.phases()));
            if (!earlier.contains(need) || !meets) {
                throw new IllegalArgumentException("step " + step.id() + " comes after " + need
                        + ", which is not an earlier step of any of its phases");
            }
        }
    }
}
