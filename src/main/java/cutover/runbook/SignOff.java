package cutover.runbook;

import cutover.config.Default;
import cutover.config.Doc;
import java.time.Instant;

/**
 * A person's recorded word for a step that nothing, or not everything, can observe.
 *
 * @param by who looked
 * @param at when; a later one about the same step replaces an earlier one
 * @param release the release that the environment demanded then; empty where it demanded none
 */
public record SignOff(
        @Doc("Id of the step") String step,
        @Doc("Who looked") String by,

        @Doc("When it was signed, with the zone") Instant at,

        @Doc("What was seen, and where") String saw,

        @Doc("Where others can see it: a ticket, a screenshot") @Default("")
        String link,

        @Doc("Build that the environment's file demanded when it was signed; empty where it demands none") @Default("")
        String release) {

    public SignOff {
        if (step.isBlank() || by.isBlank() || saw.isBlank()) {
            throw new IllegalArgumentException("a sign-off says which step, by whom, and what was seen");
        }
    }

    /** Who and when, for people. */
    String told() {
        return "signed off by " + by + " at " + at;
    }
}
