package data;

import cutover.environment.cloud.DatabasePlace;
import cutover.junit.Workbench;
import cutover.runbook.WayBack;
import cutover.runbook.WayBack.Subject;

/** Whether the old code could work with the live database as it is. */
final class SchemaToGoBackTo {

    private final Workbench bench;

    SchemaToGoBackTo(Workbench bench) {
        this.bench = bench;
    }

    void judged() {
        String witness = "django_migrations of "
                + bench.environment().database().map(DatabasePlace::told).orElse("the live database");
        bench.wayBack(new LiveSchema(bench)
                .judged()
                .map(known -> known
                        ? WayBack.possible(Subject.SCHEMA, witness)
                        : WayBack.noLonger(
                                Subject.SCHEMA,
                                "the old code does not know it as it is: only after migrating back",
                                witness))
                .orElseGet(
                        () -> WayBack.notKnown(Subject.SCHEMA, "nobody could read it, or knows the old one", witness)));
    }
}
