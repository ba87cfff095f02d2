package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Map<String, List<String>> distinct,

        @Doc("a query that tells what each stored PDF must show: the PDF's key first, then the texts that must stand in"
                + " it, as it spells them; one row for each person. Leave it out, and people compare them")
        Optional<String> documents) {

    public Records {
        texts.forEach(Records::demandColumn);
        documents.ifPresent(Records::demandQuestion);
    }

    private static void demandQuestion(String query) {
        if (!query.strip().matches("(?is)(select|with)\\s.*[^;]")) {
            throw new IllegalArgumentException(
                    "'documents' is one query that begins with select or with, and has no semicolon at its end");
        }
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
