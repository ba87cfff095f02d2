package cutover.drill;

/**
 * Rows of one table that are not there any more.
 *
 * @param rows how many
 * @param ids which, as people write ids: {@code 61-62, 70}
 */
public record Lost(String table, long rows, String ids) {

    /** For people. */
    public String told() {
        return table + ": " + rows + (rows == 1 ? " row" : " rows") + ", id " + ids;
    }
}
