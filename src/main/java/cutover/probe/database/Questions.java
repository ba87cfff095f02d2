package cutover.probe.database;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the catalogue of a database does not tell by itself. Whatever the database lacks of it is told, not left out.
 *
 * @param traces tables that are counted only: visits alone change them
 * @param times table → its column with the time at which a row came in
 * @param references columns that name rows of another table without a constraint that says so
 * @param texts columns in which a wrong encoding would show
 * @param distinct table → columns that are never the same in two rows
 */
public record Questions(
        Set<String> traces,
        Map<String, String> times,
        List<Reference> references,
        List<Column> texts,
        Map<String, List<String>> distinct) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_.]*");

    public Questions {
        traces = Set.copyOf(traces);
        times = Map.copyOf(times);
        references = List.copyOf(references);
        texts = List.copyOf(texts);
        distinct = Map.copyOf(distinct);
        // they become part of statements
        traces.forEach(Questions::demandName);
        times.forEach((table, column) -> new Column(table, column));
        distinct.forEach((table, columns) -> columns.forEach(column -> new Column(table, column)));
    }

    private static void demandName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no plain name of PostgreSQL: lower-case letters, digits and underscores");
        }
    }

    /** A column of a table. */
    public record Column(String table, String name) {

        public Column {
            demandName(table);
            demandName(name);
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    /** A column and the column that it points to. */
    public record Reference(Column from, Column to) {}
}
