package cutover.probe.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What proves in which state a database is; all of it seen in one moment, and none of it what stands in a row.
 *
 * @param identity the same for two ways to the same database of a running server
 * @param encoding of the database, such as UTF8
 * @param rights by which our role could change something
 * @param unreadable tables that our role may not read
 * @param orphans rows that point to rows that are not there
 * @param mangled rows whose text shows a wrong encoding
 * @param twice rows that should be distinct and are not
 * @param loose constraints, indexes and triggers that hold nothing, or not for all rows
 * @param migrations application of the framework → names in the order in which they were applied
 * @param strange what was asked for and is not in this database
 */
public record DatabaseState(
        String identity,
        String encoding,
        List<String> rights,
        List<String> unreadable,
        List<TableState> tables,
        List<Spotted> orphans,
        List<Spotted> mangled,
        List<Spotted> twice,
        List<SequenceState> sequences,
        List<String> loose,
        Map<String, List<String>> migrations,
        List<String> strange) {

    public DatabaseState {
        rights = List.copyOf(rights);
        unreadable = List.copyOf(unreadable);
        tables = List.copyOf(tables);
        orphans = List.copyOf(orphans);
        mangled = List.copyOf(mangled);
        twice = List.copyOf(twice);
        sequences = List.copyOf(sequences);
        loose = List.copyOf(loose);
        migrations = Map.copyOf(migrations);
        strange = List.copyOf(strange);
    }

    /** The table of that name. */
    public Optional<TableState> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
