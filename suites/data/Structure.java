package data;

import cutover.environment.cloud.Restored;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.database.DatabaseState;
import cutover.probe.database.TableState;
import java.util.List;

/** Whether a restored copy is made as the live database is. */
final class Structure {

    private final Workbench bench;
    private final Restored copy;

    Structure(Workbench bench, Restored copy) {
        this.bench = bench;
        this.copy = copy;
    }

    void judge(DatabaseState live, DatabaseState state) {
        String name = "the restored copy " + copy.at().name();
        bench.findings()
                .expect(
                        live.encoding().equals(state.encoding()),
                        name + " is in " + state.encoding() + ", as the live database",
                        Finding.unmet(name + " has another encoding than the live database")
                                .expected(live.encoding())
                                .butWas(state.encoding())
                                .lookAt(copy.at().told()));
        List<String> missing = live.tables().stream()
                .map(TableState::name)
                .filter(table ->
                        state.table(table).isEmpty() && !state.unreadable().contains(table))
                .toList();
        bench.findings()
                .expect(
                        missing.isEmpty(),
                        name + " has the " + live.tables().size() + " tables of the live database",
                        Finding.unmet(name + " lacks tables of the live database")
                                .expected(live.tables().size() + " tables")
                                .butWas("there is no " + String.join(", ", missing))
                                .lookAt(copy.at().told())
                                .toDo(
                                        "see whether the restore ran to its end; a table that only the new code has made is lost"
                                                + " with all its rows"));
    }
}
