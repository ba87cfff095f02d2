package cutover.runbook;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Duration;
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
 * @param after ids of earlier steps without which it is not worth looking: while one of them is unmet it is not run. A
 *     step that the run's phase does not have, or of which nobody could tell, holds nothing up
 * @param budget how long verifying it may take; more is told and does not make it unmet
 * @param signedFor how long a person's word for it holds
 * @param seen what a test of it must see; empty as long as no test verifies it
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
        List<String> madeOf,

        @Doc("Ids of earlier steps without which it is not worth looking; while one is unmet it is not run")
        @Default("[]")
        List<String> after,

        @Doc("How long verifying it may take; more is told and does not make it unmet") @Default("10m")
        Duration budget,

        @Doc("How long a sign-off of it holds") @Default("24h")
        Duration signedFor,

        @Doc("What a test of it must see; left out as long as no test verifies it") @Default("")
        String seen) {

    public StepLine {
        if (id.isBlank() || line.isBlank() || owner.isBlank() || whenUnmet.isBlank()) {
            throw new IllegalArgumentException("step \"" + id + "\" needs id, line, owner and when-unmet");
        }
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("step " + id + " belongs to no phase");
        }
        phases = List.copyOf(phases);
        if (budget.isZero() || budget.isNegative() || signedFor.isZero() || signedFor.isNegative()) {
            throw new IllegalArgumentException("step " + id + " needs a budget and a signed-for longer than nothing");
        }
        madeOf = List.copyOf(madeOf);
        after = List.copyOf(after);
    }

    /** Whether a person can sign it off. */
    public boolean isSigned() {
        return how != How.AUTO;
    }

    /** The phase under which a list of steps shows it. */
    public Phase home() {
        return phases.get(0);
    }
}
