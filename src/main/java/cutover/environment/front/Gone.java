package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.util.List;

/** A name under which the application used to be, and what must answer there once it is off; asked by http and https. */
public record Gone(
        @Doc("the host") String name,

        @Doc(
                "addresses at which it is asked whatever DNS says, for a name that now leads elsewhere; leave it out for the"
                        + " addresses that the name tells")
        @Default("[]")
        List<String> at,

        @Doc("phases in which it must be gone") @Default("[day2]")
        List<Phase> phases,

        @Doc("the platform's own answers where there is no such application, or none running; one of them must come")
        List<Answer> answers) {

    public Gone {
        at.forEach(NumericAddress::of);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException(
                    "answers needs the platform's own one: silence alone does not tell that '" + name + "' is gone");
        }
    }

    /** Whether it must be gone in the phase. */
    public boolean in(Phase phase) {
        return phases.contains(phase);
    }

    /** One page of the platform's own. */
    public record Answer(
            @Doc("its status") int status,

            @Doc("a text that it holds") String text,

            @Doc("true where it says that nobody has the name there: then no record of ours may lead to such an answer,"
                    + " since anybody can claim the name")
            @Default("false")
            boolean unclaimed) {

        public Answer {
            if (status < 300 || text.isBlank()) {
                throw new IllegalArgumentException(
                        "an answer of the platform has a status of 300 or more and a text, got " + status + " '" + text
                                + "'");
            }
        }
    }
}
