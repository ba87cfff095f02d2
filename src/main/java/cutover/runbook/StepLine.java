package cutover.runbook;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.List;

/**
 * One line of the launch timeline.
 *
 * @param id for instance {@code L6}; what a test names
 * @param phases in which it is judged; the first is the one it is at home in
 * @param line the team's own words
 * @param how how it can be verified
 * @param blocking whether it must be met for a GO
 * @param writes whether verifying it changes something on the target (a provoked error, a login)
 * @param owner the role that acts on it
 * @param whenUnmet what to do when it is not met, for a tired person
 * @param rollback how to take the step back; empty when there is nothing to take back
 * @param madeOf ids of earlier steps it consists of: it is met only if they are, and needs no test of its own
 */
public record StepLine(
        @Doc("What a test names, such as L6") String id,

        @Doc("When the step is judged; the first is where it is at home")
        List<Phase> phases,

        @Doc("The team's own words") String line,
        @Doc("How it can be verified") How how,
        @Doc("Whether there is no GO without it") boolean blocking,

        @Doc("Whether verifying it changes something on the target") @Default("false")
        boolean writes,

        @Doc("The role that acts on it") String owner,
        @Doc("The next action, for a tired person") String whenUnmet,
        @Doc("How to take the step back") @Default("") String rollback,

        @Doc("Ids of earlier steps it consists of; it needs no test of its own then") @Default("[]")
        List<String> madeOf) {

    public StepLine {
        if (id.isBlank() || line.isBlank() || owner.isBlank() || whenUnmet.isBlank()) {
            throw new IllegalArgumentException("step \"" + id + "\" needs id, line, owner and when-unmet");
        }
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("step " + id + " belongs to no phase");
        }
        phases = List.copyOf(phases);
        madeOf = List.copyOf(madeOf);
    }

    /** The phase under which a list of steps shows it. */
    public Phase home() {
        return phases.get(0);
    }
}
