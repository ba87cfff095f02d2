package cutover.runbook;

import java.util.Optional;

/**
 * What a step's sign-off is worth to a run.
 *
 * @param signOff the latest; empty where there is none, or none is needed
 * @param state met when it counts, or none is needed
 * @param sentence what is to be said of it; empty where none is needed
 */
public record Signing(Optional<SignOff> signOff, State state, String sentence) {

    /** For a step that is observed. */
    static final Signing NOT_NEEDED = new Signing(Optional.empty(), State.MET, "");

    /** Whether a person's word counts. */
    public boolean counts() {
        return signOff.isPresent() && state == State.MET;
    }
}
