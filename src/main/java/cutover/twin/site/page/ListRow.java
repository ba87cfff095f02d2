package cutover.twin.site.page;

/**
 * A row of an organisation's list.
 *
 * @param transfer class name for a row that came from or went to another organisation; empty for the others
 */
public record ListRow(
        long id, String date, String lastName, String firstName, String status, String updated, String transfer) {}
