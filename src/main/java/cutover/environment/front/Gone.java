package cutover.environment.front;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.runbook.Phase;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** An address at which the application used to be, and what must answer there once it is off. */
public record Gone(
        @Doc("scheme and host, with a path if it matters") URI url,

        @Doc("address:port at which it is asked whatever DNS says, for a name that now leads elsewhere")
        Optional<String> at,

        @Doc("phases in which it must be gone") @Default("[day2]")
        List<Phase> phases,

        @Doc("status of the platform's own answer where there is no such application, or none running")
        List<Integer> statuses,

        @Doc("texts of which the platform's own answer holds one")
        List<String> texts) {

    /** Whether it must be gone in the phase. */
    public boolean in(Phase phase) {
        return phases.contains(phase);
    }
}
