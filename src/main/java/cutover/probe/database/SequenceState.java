package cutover.probe.database;

import java.util.OptionalLong;

/**
 * What gives the ids of a table.
 *
 * @param column that gets them, with its table
 * @param next empty where our role may not see it
 * @param newest the highest id that is taken; empty without rows
 */
public record SequenceState(String name, String column, OptionalLong next, OptionalLong newest) {

    /** Whether the next id is taken already: the next insert fails. */
    public boolean isBehind() {
        return next.isPresent() && newest.isPresent() && next.getAsLong() <= newest.getAsLong();
    }
}
