package launch;

import java.util.List;
import java.util.Map;

/**
 * One look at a list and at applications' own pages.
 *
 * @param rows what the list says, by the application's id
 * @param pages the same of their own pages, as far as they were opened
 */
record StatusLook(Map<Long, StatusesShown> rows, Map<Long, StatusesShown> pages) {

    /** Whether no page shows anything where statuses are looked for. */
    boolean isBlank() {
        return pages.values().stream().allMatch(page -> page.texts().isEmpty());
    }

    /** Applications of which row and page tell the same. */
    List<Long> alike() {
        return ids(true);
    }

    /** Applications of which row and page tell different statuses; one whose page tells something else is in neither. */
    List<Long> differing() {
        return ids(false);
    }

    /**
     * Those that differ in another look just as in this one.
     *
     * @param again its pages opened after those of this look, and its list last: whatever was changed meanwhile shows in
     *     one of the two
     */
    List<Long> lasting(StatusLook again) {
        return differing().stream()
                .filter(id -> same(id, pages, again.pages) && same(id, rows, again.rows))
                .toList();
    }

    private List<Long> ids(boolean alike) {
        return pages.keySet().stream()
                .filter(id -> rows.containsKey(id) && pages.get(id).isPlain())
                .filter(id -> same(id, rows, pages) == alike)
                .toList();
    }

    private static boolean same(long id, Map<Long, StatusesShown> one, Map<Long, StatusesShown> other) {
        return other.containsKey(id)
                && one.get(id).statuses().equals(other.get(id).statuses());
    }
}
