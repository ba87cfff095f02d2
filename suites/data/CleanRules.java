package data;

import cutover.environment.cloud.Restored;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.probe.database.DatabaseState;
import cutover.probe.database.SequenceState;
import cutover.probe.database.Spotted;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a restored copy is whole in itself. */
final class CleanRules {

    private static final String NOT_TO_THIS_ONE =
            "do not point the application at this copy: restore an older snapshot, or mend the copy and run this step again";

    private final Workbench bench;
    private final Restored copy;
    private final String name;

    CleanRules(Workbench bench, Restored copy) {
        this.bench = bench;
        this.copy = copy;
        this.name = "the restored copy " + copy.at().name();
    }

    void judge(DatabaseState state) {
        none(state.orphans(), "has no row that points to nothing", "has rows that point to rows that are not there");
        none(state.twice(), "has no row twice", "has rows twice");
        none(state.mangled(), "has its texts in the right encoding", "has texts in a wrong encoding");
        sequences(state.sequences());
        new MigrationRules(bench, copy).judge(state);
        bench.findings()
                .expect(
                        state.loose().isEmpty(),
                        name + " has constraints, indexes and triggers that hold",
                        unmet(name + " has constraints, indexes or triggers that hold nothing")
                                .expected("all of them valid and on")
                                .butWas(String.join("\n", state.loose()))
                                .toDo("the restore or a migration ended half-way: run it again to its end"));
        strange(state);
    }

    private void none(List<Spotted> spotted, String met, String sentence) {
        bench.findings()
                .expect(
                        spotted.isEmpty(),
                        name + " " + met,
                        unmet(name + " " + sentence)
                                .expected("none")
                                .butWas(spotted.stream().map(CleanRules::told).collect(Collectors.joining("\n")))
                                .toDo(NOT_TO_THIS_ONE));
    }

    private static String told(Spotted spotted) {
        String ids = spotted.ids().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String more = spotted.rows() > spotted.ids().size() ? ", …" : "";
        return spotted.where() + ": " + spotted.rows() + (spotted.rows() == 1 ? " row" : " rows")
                + (ids.isEmpty() ? "" : ", id " + ids + more);
    }

    private void sequences(List<SequenceState> sequences) {
        List<SequenceState> behind =
                sequences.stream().filter(SequenceState::isBehind).toList();
        bench.findings()
                .expect(
                        behind.isEmpty(),
                        name + " has " + sequences.size() + " sequences ahead of their tables",
                        unmet(name + " has sequences behind their tables: the next insert fails")
                                .expected("next ids that nobody has")
                                .butWas(behind.stream()
                                        .map(one -> one.column() + ": the next id is "
                                                + one.next().orElseThrow() + ", the newest row has "
                                                + one.newest().orElseThrow())
                                        .collect(Collectors.joining("\n")))
                                .toDo(
                                        "in the copy: SELECT setval('<sequence>', (SELECT max(id) FROM <table>)), or what the"
                                                + " framework's sqlsequencereset prints"));
        List<String> hidden = sequences.stream()
                .filter(one -> one.next().isEmpty())
                .map(SequenceState::name)
                .toList();
        if (!hidden.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("the next ids of " + name + " are not told to us")
                            .expected("SELECT on all sequences")
                            .because("our role may not read " + String.join(", ", hidden))
                            .lookAt(copy.at().told())
                            .toDo("GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO "
                                    + copy.at().user()));
        }
    }

    private void strange(DatabaseState state) {
        if (!state.strange().isEmpty()) {
            bench.findings()
                    .add(Finding.unknown(name + " lacks what config/applications names of it")
                            .expected("each table and column of the key records, readable")
                            .because("there is no " + String.join(", ", state.strange()))
                            .lookAt("config/applications, records")
                            .toDo("correct the key records, or see whether the copy is whole"));
        }
    }

    private Unmet unmet(String sentence) {
        return Finding.unmet(sentence).lookAt(copy.at().told());
    }
}
