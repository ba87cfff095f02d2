package audit;

import cutover.environment.Audit;
import java.util.Set;

/**
 * Errors that are no reason to wait.
 *
 * @param old causes that the old host's log tells too
 */
record Excuses(Audit audit, Set<String> old) {

    boolean excuse(ErrorSeen error) {
        return isHarmless(error) || isOld(error);
    }

    /** Somebody decided that it is harmless. */
    boolean isHarmless(ErrorSeen error) {
        return audit.harmless().stream().anyMatch(one -> error.text().contains(one.text()));
    }

    /** The application did not get it by moving. */
    boolean isOld(ErrorSeen error) {
        return old.contains(error.signature());
    }
}
