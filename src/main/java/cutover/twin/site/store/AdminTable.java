package cutover.twin.site.store;

import java.util.List;
import java.util.Optional;

/**
 * A table that the admin lists.
 *
 * @param app first part of its address, with the heading {@code appTitle}
 * @param text SQL expression of the text that stands for a row
 */
public record AdminTable(
        String app, String appTitle, String model, String one, String many, String table, String text) {

    /** A row of a change list. */
    public record Line(long id, String text) {}

    public List<Line> lines(Db db, int limit) {
        return db.list(
                "select id, " + text + " from " + table + " order by id desc limit ?",
                row -> new Line(row.getLong(1), row.getString(2)),
                limit);
    }

    public Optional<Line> line(Db db, long id) {
        return db.one(
                "select id, " + text + " from " + table + " where id = ?",
                row -> new Line(row.getLong(1), row.getString(2)),
                id);
    }

    public long count(Db db) {
        return db.number("select count(*) from " + table);
    }
}
