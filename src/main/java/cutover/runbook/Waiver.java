package cutover.runbook;

import cutover.config.Doc;
import java.time.Instant;

/**
 * Somebody's decision to go on although a step is not met.
 *
 * @param owner the person who answers for it
 * @param until the moment at which it ends
 */
public record Waiver(
        @Doc("Id of the step") String step,
        @Doc("The person who answers for it") String owner,

        @Doc("Why it is bearable, and what is done about it")
        String reason,

        @Doc("When it ends, with the zone: 2026-11-30T18:00:00Z")
        Instant until) {

    public Waiver {
        if (step.isBlank() || owner.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a waiver says which step, who answers for it, and why");
        }
    }

    /** Whether it holds at that moment. */
    public boolean holds(Instant moment) {
        return moment.isBefore(until);
    }
}
