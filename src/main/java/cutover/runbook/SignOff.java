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
 * @param build the build that the site ran then, as a run had seen it; empty where nobody knew
 */
public record SignOff(
        @Doc("Id of the step") String step,
        @Doc("Who looked") String by,

        @Doc("When it was signed, with the zone") Instant at,

        @Doc("What was seen, and where") String saw,

        @Doc("Where others can see it: a ticket, a screenshot") @Default("")
        String link,

        @Doc(
                "Build that the environment's file demanded when it was signed; empty where it demands none. Another demand makes the"
                        + " sign-off stale")
        @Default("")
        String release,

        @Doc(
                "Build that the site ran when it was signed, as the newest run kept on that machine had seen it; empty where none"
                        + " had. A run that sees another makes the sign-off stale")
        @Default("")
        String build) {

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
