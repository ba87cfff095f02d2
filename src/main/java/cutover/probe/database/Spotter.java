package cutover.probe.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks for rows that are in trouble. */
final class Spotter {

    /**
     * UTF-8 that was read as Latin-1 or as Windows' own, as characters and as JSON writes them; and what stands for a
     * character that was lost.
     */
    private static final String MANGLED = "[\\u00C3\\u00C2][\\u0080-\\u00BF\\u0152\\u0153\\u0160\\u0161\\u0178\\u017D"
            + "\\u017E\\u0192\\u02C6\\u02DC\\u2013-\\u2026\\u2030\\u2039\\u203A\\u20AC\\u2122]|\\u00E2\\u20AC|\\u00E2\\u0080|\\uFFFD"
            + "|\\\\u00[cC][23]\\\\u00[89abAB]|\\\\u[fF]{3}[dD]";

    private final Session session;
    private final Map<String, Catalog.Table> tables;

    Spotter(Session session, List<Catalog.Table> tables) {
        this.session = session;
        this.tables = tables.stream()
                .filter(Catalog.Table::readable)
                .collect(Collectors.toMap(Catalog.Table::name, Function.identity()));
    }

    /** What of the questions this database has no table or column for. */
    List<String> strange(Questions questions) {
        List<String> strange = new ArrayList<>();
        questions.times().forEach((table, column) -> note(strange, new Questions.Column(table, column)));
        questions.texts().forEach(column -> note(strange, column));
        questions.references().forEach(reference -> {
            note(strange, reference.from());
            note(strange, reference.to());
        });
        questions
                .distinct()
                .forEach((table, columns) ->
                        columns.forEach(column -> note(strange, new Questions.Column(table, column))));
        return strange.stream().distinct().sorted().toList();
    }

    private void note(List<String> strange, Questions.Column column) {
        if (!has(column)) {
            strange.add(column.toString());
        }
    }

    private boolean has(Questions.Column column) {
        return tables.containsKey(column.table())
                && tables.get(column.table()).columns().contains(column.name());
    }

    List<Spotted> orphans(List<Catalog.ForeignKey> keys, List<Questions.Reference> references) throws SQLException {
        List<Spotted> all = new ArrayList<>();
        for (Catalog.ForeignKey key : keys) {
            if (tables.containsKey(key.table()) && tables.containsKey(key.target())) {
                orphans(key).ifPresent(all::add);
            }
        }
        for (Questions.Reference soft : references) {
            if (has(soft.from()) && has(soft.to())) {
                orphans(new Catalog.ForeignKey(
                                "",
                                soft.from().table(),
                                List.of(soft.from().name()),
                                soft.to().table(),
                                List.of(soft.to().name())))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Spotted> orphans(Catalog.ForeignKey key) throws SQLException {
        List<String> wanted = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            wanted.add("t." + key.columns().get(i) + " is not null");
            equal.add(
                    "p." + key.targetColumns().get(i) + " = t." + key.columns().get(i));
        }
        return spotted(
                key.table(),
                key.table() + "." + String.join("+", key.columns()) + " -> " + key.target() + "."
                        + String.join("+", key.targetColumns()),
                String.join(" and ", wanted) + " and not exists (select 1 from " + key.target() + " p where "
                        + String.join(" and ", equal) + ")");
    }

    List<Spotted> mangled(List<Questions.Column> columns) throws SQLException {
        List<Spotted> all = new ArrayList<>();
        for (Questions.Column column : columns) {
            if (has(column)) {
                spotted(
                                column.table(),
                                column.toString(),
                                suspect("t." + column.name() + "::text") + " ~ '" + MANGLED + "'")
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /** Plain ASCII without an escape has nothing to hide; to see that is far cheaper than the pattern. */
    private static String suspect(String text) {
        return "(octet_length(" + text + ") > char_length(" + text + ") or position('\\u' in " + text + ") > 0) and "
                + text;
    }

    /** Of rows that are the same the first is right, the others are told. */
    List<Spotted> twice(Map<String, List<String>> distinct) throws SQLException {
        List<Spotted> all = new ArrayList<>();
        for (Map.Entry<String, List<String>> one : distinct.entrySet()) {
            String table = one.getKey();
            boolean known = one.getValue().stream().allMatch(name -> has(new Questions.Column(table, name)));
            if (known && tables.get(table).key().isPresent()) {
                String columns = String.join(", ", one.getValue());
                spotted(
                                table,
                                table + " (" + columns + ")",
                                "t.ctid in (select ctid from (select ctid, row_number() over (partition by " + columns
                                        + " order by " + tables.get(table).key().get()
                                        + ") as place from " + table + ") n where place > 1)")
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Spotted> spotted(String table, String where, String condition) throws SQLException {
        String from = " from " + table + " t where " + condition;
        long rows =
                session.list("select count(*)" + from, row -> row.getLong(1)).get(0);
        if (rows == 0) {
            return Optional.empty();
        }
        Optional<String> key = tables.get(table).key();
        List<Long> ids = key.isEmpty()
                ? List.of()
                : session.list(
                        "select " + key.get() + from + " order by 1 limit " + Spotted.TOLD, row -> row.getLong(1));
        return Optional.of(new Spotted(where, rows, ids));
    }
}
