package data;

import cutover.environment.cloud.Restored;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.database.DatabaseState;
import java.util.List;

/** Whether the schema of a restored copy is the one that the old code knows. */
final class MigrationRules {

    private final Workbench bench;
    private final Restored copy;

    MigrationRules(Workbench bench, Restored copy) {
        this.bench = bench;
        this.copy = copy;
    }

    void judge(DatabaseState state) {
        copy.migrations()
                .forEach((application, newest) ->
                        judge(application, newest, state.migrations().getOrDefault(application, List.of())));
    }

    private void judge(String application, String newest, List<String> applied) {
        String name = "the restored copy " + copy.at().name();
        String last = applied.isEmpty() ? "none" : applied.get(applied.size() - 1);
        boolean ahead = applied.contains(newest);
        bench.findings()
                .expect(
                        last.equals(newest),
                        name + " has the migrations of " + application + " up to " + newest,
                        Finding.unmet(
                                        ahead
                                                ? name + " has migrations of " + application
                                                        + " that the old code does not know"
                                                : name + " lacks a migration of " + application
                                                        + " that the old code needs")
                                .expected("the newest is " + newest)
                                .butWas("the newest is " + last)
                                .lookAt(copy.at().told() + ", table django_migrations")
                                .toDo(
                                        ahead
                                                ? "migrate the copy back to " + newest
                                                        + " with the new code, then start the old"
                                                        + " one; or deploy old code that knows it"
                                                : "see how far it got; run the migration on the copy to its end"));
    }
}
