package data;

import cutover.environment.cloud.DatabasePlace;
import cutover.environment.cloud.Restored;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.database.MigrationsObservation;
import cutover.probe.database.StateProbe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the schema of the live database is the one that the old code knows. */
final class LiveSchema {

    private final Workbench bench;
    private final Asking asking;

    LiveSchema(Workbench bench) {
        this.bench = bench;
        this.asking = new Asking(bench, "database");
    }

    /** Adds findings. @return whether the old code can work with it; empty where nobody could tell */
    Optional<Boolean> judged() {
        Optional<DatabasePlace> live = bench.environment().database();
        Map<String, String> known =
                bench.environment().restored().map(Restored::migrations).orElse(Map.of());
        if (live.isEmpty()) {
            asking.notKnown("the live database", "database", "a schema that the old code knows");
        } else if (known.isEmpty()) {
            asking.notKnown(
                    "the newest migration that the old code knows",
                    "restored.migrations",
                    "it, for each application of the framework");
        } else {
            return judged(live.get(), known);
        }
        return Optional.empty();
    }

    private Optional<Boolean> judged(DatabasePlace live, Map<String, String> known) {
        bench.findings().progress("asking " + live.told() + " for its migrations");
        MigrationsObservation seen =
                new StateProbe().migrations(bench.accounts().source(live));
        return seen.fold(
                read -> {
                    List<Finding> all = known.entrySet().stream()
                            .map(each -> judged(
                                    live,
                                    each.getKey(),
                                    each.getValue(),
                                    read.applied().getOrDefault(each.getKey(), List.of())))
                            .toList();
                    all.forEach(bench.findings()::add);
                    return Optional.of(all.stream().allMatch(Finding::isMet));
                },
                untold -> {
                    bench.findings().add(unread(live, untold.detail()));
                    return Optional.empty();
                });
    }

    private static Finding judged(DatabasePlace live, String application, String newest, List<String> applied) {
        String name = "the live database " + live.name();
        String last = applied.isEmpty() ? "none" : applied.get(applied.size() - 1);
        if (last.equals(newest)) {
            return Finding.met(
                    name + " has the migrations of " + application + " up to " + newest + ", which the old code knows");
        }
        boolean ahead = applied.contains(newest);
        return Finding.unmet(name
                        + (ahead
                                ? " has migrations of " + application + " that the old code does not know"
                                : " lacks a migration of " + application + " that the old code needs"))
                .expected("the newest is " + newest)
                .butWas("the newest is " + last)
                .lookAt(live.told() + ", table django_migrations")
                .lookAt("config/environments, restored.migrations")
                .toDo(
                        ahead
                                ? "before the old code starts, migrate back to " + newest
                                        + " with the new code (try it on a restored copy first); or deploy old code that"
                                        + " knows the newer ones. If the old code works with them, and somebody has tried,"
                                        + " name the newest one in restored.migrations"
                                : "see how far the migration got, and run it to its end");
    }

    private static Finding unread(DatabasePlace live, String why) {
        return Finding.unknown("nobody could read which migrations the database " + live.told() + " has")
                .expected("its table django_migrations, as " + live.user())
                .because(why)
                .lookAt("config/environments, database")
                .toDo("open the tunnel to it, or look with manage.py showmigrations by hand");
    }
}
