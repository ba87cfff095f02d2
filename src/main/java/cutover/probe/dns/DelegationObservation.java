package cutover.probe.dns;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One walk from the root to a name.
 *
 * @param cuts from the top down, as far as the walk came; the last one begins the deepest zone that was found
 * @param ending why it did not go on
 * @param detail the same in words; never empty
 */
public record DelegationObservation(String name, List<Cut> cuts, Ending ending, String detail) {

    /** Why a walk ends. */
    public enum Ending {
        /** The name lies in the last zone and exists, with or without records. */
        FOUND,
        /** The servers of the last zone deny the name, or one above it. */
        NO_SUCH_NAME,
        /** No server of the last zone answers with authority. */
        DEAD_END,
        /** A limit of the walk was reached; nothing can be told about the rest. */
        LIMIT
    }

    public DelegationObservation {
        cuts = List.copyOf(cuts);
        Objects.requireNonNull(ending, "ending");
    }

    /** The deepest zone that was found; "." when there was no cut. */
    public String zone() {
        return last().map(Cut::zone).orElse(Names.ROOT);
    }

    /** Where the deepest zone begins; empty when the walk did not leave the root. */
    public Optional<Cut> last() {
        return cuts.isEmpty() ? Optional.empty() : Optional.of(cuts.get(cuts.size() - 1));
    }
}
