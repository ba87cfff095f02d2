package cutover.probe.database;

import java.util.List;

/**
 * Rows that share a trouble, told by their ids: never by what stands in them.
 *
 * @param where columns or constraint at which it shows
 * @param rows how many
 * @param ids the first few; empty for a table without a whole number as its key
 */
public record Spotted(String where, long rows, List<Long> ids) {

    /** So many ids are told. */
    static final int TOLD = 20;

    public Spotted {
        ids = List.copyOf(ids);
    }
}
