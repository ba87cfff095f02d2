package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.page.Paging;
import java.util.List;
import java.util.function.BiFunction;

/** The rows and counts of a list, with what a fault does to them. */
final class Listing {

    private final Kit kit;

    Listing(Kit kit) {
        this.kit = kit;
    }

    /** How many rows the list has. */
    int total(int rows) {
        if (kit.on(Fault.LIST_EMPTY)) {
            return 0;
        }
        return kit.on(Fault.NEWEST_ROW_MISSING) ? Math.max(0, rows - 1) : rows;
    }

    /** The number on a tab. */
    int label(int rows) {
        return kit.on(Fault.COUNT_WRONG) ? total(rows) + 1 : total(rows);
    }

    /**
     * The rows of a page.
     *
     * @param read takes how many rows to skip and how many to return
     */
    <T> List<T> rows(Paging paging, BiFunction<Integer, Integer, List<T>> read) {
        if (kit.on(Fault.LIST_EMPTY)) {
            return List.of();
        }
        int skip = kit.on(Fault.PAGING_BROKEN) ? 0 : paging.skip();
        return read.apply(kit.on(Fault.NEWEST_ROW_MISSING) ? skip + 1 : skip, paging.limit());
    }
}
