package data;

import cutover.environment.cloud.DatabasePlace;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.database.DatabaseState;
import java.util.List;

/** Whether the role that reads a database can do nothing else, and can read all of it. */
final class ReaderRights {

    private static final int TOLD = 5;

    private final Workbench bench;

    ReaderRights(Workbench bench) {
        this.bench = bench;
    }

    void judge(DatabasePlace place, DatabaseState state) {
        String role = "the role " + place.user() + " of " + place.name();
        bench.findings()
                .expect(
                        state.rights().isEmpty(),
                        role + " can only read",
                        Finding.unmet(role + " could write")
                                .expected("a role that may only read")
                                .butWas(few(state.rights()))
                                .lookAt(place.told())
                                .toDo(
                                        "take those rights from it, or name another role; this run itself wrote nothing, its"
                                                + " transactions can't"));
        if (!state.unreadable().isEmpty()) {
            bench.findings()
                    .add(Finding.unknown(role + " does not see all tables")
                            .expected("SELECT on all tables and sequences")
                            .because("it may not read " + few(state.unreadable()))
                            .lookAt(place.told())
                            .toDo("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + place.user()));
        }
    }

    private static String few(List<String> lines) {
        String told = String.join("\n", lines.subList(0, Math.min(TOLD, lines.size())));
        return lines.size() > TOLD ? told + "\nand " + (lines.size() - TOLD) + " more" : told;
    }
}
