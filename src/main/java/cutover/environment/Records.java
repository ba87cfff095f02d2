package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.List;
import java.util.Map;

/** What the tables of the application mean, as far as the database does not tell it. Names are in lower case. */
public record Records(
        @Doc("tables whose rows are traces of visits: they are counted, and nobody misses one") @Default("[]")
        List<String> traces,

        @Doc("table -> its column with the time at which a row came in") @Default("{}")
        Map<String, String> times,

        @Doc("columns that point to rows of another table without a constraint") @Default("[]")
        List<Reference> references,

        @Doc("columns with people's own words, table.column: there a wrong encoding shows") @Default("[]")
        List<String> texts,

        @Doc("table -> columns that are never all the same in two rows") @Default("{}")
        Map<String, List<String>> distinct) {

    public Records {
        texts.forEach(Records::demandColumn);
    }

    private static void demandColumn(String name) {
        if (!name.matches("[a-z_][a-z0-9_]*\\.[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("'" + name + "' is no table.column in lower case");
        }
    }

    /** A column and the column that it points to. */
    public record Reference(
            @Doc("table.column") String from,
            @Doc("table.column, mostly the id") String to) {

        public Reference {
            demandColumn(from);
            demandColumn(to);
        }
    }
}
