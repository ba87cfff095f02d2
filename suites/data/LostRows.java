package data;

import cutover.environment.cloud.Restored;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.database.DatabaseState;
import cutover.probe.database.Ids;
import cutover.probe.database.TableDifference;
import cutover.probe.database.TableState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What the live database has and the restored copy has not: what came in after the snapshot is lost, what was there before
 * must be there.
 */
final class LostRows {

    private final Workbench bench;
    private final Restored copy;
    private final DatabaseState state;
    private final List<TableDifference> differences;

    LostRows(Workbench bench, Restored copy, DatabaseState state, List<TableDifference> differences) {
        this.bench = bench;
        this.copy = copy;
        this.state = state;
        this.differences = differences;
    }

    /** Whether the copy holds all that was there when the snapshot was taken. */
    void judge() {
        List<TableDifference> early =
                differences.stream().filter(this::lacksWhatWasThere).toList();
        Optional<TableDifference> tooOld =
                early.stream().filter(this::endsBefore).findFirst();
        String name = "the restored copy " + copy.at().name();
        bench.findings()
                .expect(
                        early.isEmpty(),
                        name + " holds what came in before the snapshot was taken",
                        Finding.unmet(
                                        tooOld.isPresent()
                                                ? name + " is older than the snapshot that it should be from"
                                                : name + " lacks rows that were there when the snapshot was taken")
                                .expected("every row from before "
                                        + copy.taken().map(Instant::toString).orElse("the copy's newest"))
                                .butWas(early.stream().map(this::told).collect(Collectors.joining("\n")))
                                .lookAt(copy.at().told())
                                .toDo(
                                        tooOld.isPresent()
                                                ? "see which snapshot was restored, and restore the newest clean one"
                                                : "see whether the restore ran to its end, and whether the snapshot is clean;"
                                                        + " else take an older one"));
    }

    /** What came in before the snapshot; where no time is known, what lies before other ids that are there. */
    private boolean lacksWhatWasThere(TableDifference difference) {
        if (difference.onlyLive().count() == 0 || isTimed(difference)) {
            return difference.early().count() > 0;
        }
        OptionalLong newest = table(difference).newestId();
        return newest.isPresent() && difference.onlyLive().ranges().get(0).first() < newest.getAsLong();
    }

    private boolean isTimed(TableDifference difference) {
        return copy.taken().isPresent() && difference.oldest().isPresent();
    }

    /** Whether what the copy lacks is all that came after some moment. */
    private boolean endsBefore(TableDifference difference) {
        Optional<Instant> newest = table(difference).newestTime();
        return newest.isPresent()
                && difference.oldest().isPresent()
                && newest.get().isBefore(difference.oldest().get());
    }

    private String told(TableDifference difference) {
        return rows(difference.table(), isTimed(difference) ? difference.early() : difference.onlyLive(), "missing")
                + table(difference)
                        .newestTime()
                        .map(time -> "; the newest that is there came in " + time)
                        .orElse("");
    }

    private TableState table(TableDifference difference) {
        return state.table(difference.table()).orElseThrow();
    }

    /** Tells by id what going back loses, brings back and changes; never what stands in a row. */
    void list(DatabaseState live) {
        String list = differences.stream()
                .filter(difference -> !difference.isNone())
                .map(LostRows::line)
                .collect(Collectors.joining("\n"));
        String counted = live.tables().stream()
                .filter(table -> differences.stream()
                        .noneMatch(difference -> difference.table().equals(table.name())))
                .map(table -> table.name() + ": " + counted(table.rows()) + " live, "
                        + state.table(table.name()).map(TableState::rows).orElse(0L) + " in the copy")
                .collect(Collectors.joining("\n"));
        bench.findings()
                .evidence()
                .text(
                        "what is lost",
                        "by id:\n" + (list.isEmpty() ? "nothing" : list) + "\n\ncounted only:\n" + counted + "\n");
        bench.findings()
                .add(Finding.met("going back to " + copy.at().name() + " loses "
                        + summed(differences.stream()
                                .map(TableDifference::onlyLive)
                                .toList()) + ", and the last changes of "
                        + summed(differences.stream()
                                .map(TableDifference::changed)
                                .toList()) + "; the evidence lists them by id"));
    }

    private static String line(TableDifference difference) {
        return List.of(
                                rows(difference.table(), difference.onlyLive(), "lost"),
                                rows(difference.table(), difference.onlyCopy(), "only in the copy"),
                                rows(difference.table(), difference.changed(), "another in the copy"))
                        .stream()
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"))
                + (difference.content()
                        ? ""
                        : "\n" + difference.table() + ": other columns, so that rows are not compared");
    }

    private static String rows(String table, Ids ids, String how) {
        return ids.count() == 0 ? "" : table + ": " + counted(ids.count()) + " " + how + ", id " + ids;
    }

    private static String summed(List<Ids> all) {
        long tables = all.stream().filter(ids -> ids.count() > 0).count();
        return counted(all.stream().mapToLong(Ids::count).sum()) + " of " + tables
                + (tables == 1 ? " table" : " tables");
    }

    private static String counted(long rows) {
        return rows + (rows == 1 ? " row" : " rows");
    }
}
