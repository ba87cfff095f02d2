package cutover.probe.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads all of one database in one session. */
final class Reader {

    private static final String MIGRATIONS = "django_migrations";

    private final Session session;
    private final Questions questions;

    Reader(Session session, Questions questions) {
        this.session = session;
        this.questions = questions;
    }

    /** With all that may be wrong in it. */
    DatabaseState read() throws SQLException {
        return read(true);
    }

    /** What is there, without a look for rows in trouble. */
    DatabaseState counted() throws SQLException {
        return read(false);
    }

    private DatabaseState read(boolean troubles) throws SQLException {
        Catalog catalog = new Catalog(session);
        List<Catalog.Table> all = catalog.tables();
        List<TableState> tables = new ArrayList<>();
        TableReader reader = new TableReader(session, questions);
        for (Catalog.Table table : all) {
            if (table.readable()) {
                tables.add(reader.read(table));
            }
        }
        Spotter spotter = new Spotter(session, all);
        return new DatabaseState(
                catalog.identity(),
                catalog.encoding(),
                catalog.rights(),
                all.stream()
                        .filter(table -> !table.readable())
                        .map(Catalog.Table::name)
                        .toList(),
                tables,
                troubles ? spotter.orphans(catalog.foreignKeys(), questions.references()) : List.of(),
                troubles ? spotter.mangled(questions.texts()) : List.of(),
                troubles ? spotter.twice(questions.distinct()) : List.of(),
                sequences(catalog.numberings(), tables),
                catalog.loose(),
                migrations(tables),
                spotter.strange(questions));
    }

    private List<SequenceState> sequences(List<Catalog.Numbering> numberings, List<TableState> tables)
            throws SQLException {
        List<SequenceState> all = new ArrayList<>();
        for (Catalog.Numbering one : numberings) {
            if (tables.stream().anyMatch(table -> table.name().equals(one.table()))) {
                all.add(new SequenceState(
                        one.sequence(),
                        one.table() + "." + one.column(),
                        one.readable() ? next(one.sequence()) : OptionalLong.empty(),
                        newest(one)));
            }
        }
        return all;
    }

    private OptionalLong next(String sequence) throws SQLException {
        return number("select s.last_value + case when s.is_called then d.seqincrement else 0 end from " + sequence
                + " s, pg_sequence d where d.seqrelid = '" + sequence.replace("'", "''") + "'::regclass");
    }

    private OptionalLong newest(Catalog.Numbering one) throws SQLException {
        return number("select max(" + one.column() + ") from " + one.table());
    }

    private OptionalLong number(String sql) throws SQLException {
        return session.list(sql, row -> {
                    long value = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
                })
                .get(0);
    }

    private Map<String, List<String>> migrations(List<TableState> tables) throws SQLException {
        boolean there = tables.stream().anyMatch(table -> table.name().equals(MIGRATIONS));
        return there ? migrations(session) : Map.of();
    }

    /** By application of the framework, in the order in which they were applied. */
    static Map<String, List<String>> migrations(Session session) throws SQLException {
        Map<String, List<String>> applied = new TreeMap<>();
        session.each(
                "select app, name from " + MIGRATIONS + " order by id",
                row -> applied.computeIfAbsent(row.getString(1), app -> new ArrayList<>())
                        .add(row.getString(2)));
        return applied;
    }
}
