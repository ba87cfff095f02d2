package cutover.probe.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares two databases chunk by chunk; only where two chunks differ are their rows looked at. */
final class Comparer {

    private final TableReader live;
    private final TableReader copy;
    private final Optional<Instant> moment;

    /** @param moment of which the copy should be, where it is known */
    Comparer(TableReader live, TableReader copy, Optional<Instant> moment) {
        this.live = live;
        this.copy = copy;
        this.moment = moment;
    }

    List<TableDifference> compare(DatabaseState one, DatabaseState other) throws SQLException {
        List<TableDifference> all = new ArrayList<>();
        for (TableState table : one.tables()) {
            Optional<TableState> same = other.table(table.name());
            if (same.isPresent() && areByRow(table, same.get())) {
                all.add(compare(table, same.get()));
            }
        }
        return all;
    }

    private static boolean areByRow(TableState one, TableState other) {
        return one.key().isPresent() && one.key().equals(other.key()) && areSummedUp(one) && areSummedUp(other);
    }

    private static boolean areSummedUp(TableState table) {
        return table.checksum().isPresent();
    }

    private TableDifference compare(TableState one, TableState other) throws SQLException {
        boolean content = one.columns().equals(other.columns());
        Found found = new Found(moment);
        Map<Long, TableState.Chunk> ours = byNumber(one);
        Map<Long, TableState.Chunk> theirs = byNumber(other);
        TreeSet<Long> numbers = new TreeSet<>(ours.keySet());
        numbers.addAll(theirs.keySet());
        for (long number : numbers) {
            if (!content || !Objects.equals(ours.get(number), theirs.get(number))) {
                found.take(live.rows(one, number, content), copy.rows(other, number, content));
            }
        }
        return found.done(one.name(), content);
    }

    private static Map<Long, TableState.Chunk> byNumber(TableState table) {
        return table.chunks().stream()
                .collect(Collectors.toMap(TableState.Chunk::number, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** What the chunks have shown. */
    private static final class Found {

        private final Optional<Instant> moment;
        private final Ids.Collector onlyLive = new Ids.Collector();
        private final Ids.Collector early = new Ids.Collector();
        private final Ids.Collector onlyCopy = new Ids.Collector();
        private final Ids.Collector changed = new Ids.Collector();
        private Optional<Instant> oldest = Optional.empty();

        Found(Optional<Instant> moment) {
            this.moment = moment;
        }

        void take(Map<Long, TableReader.Row> ours, Map<Long, TableReader.Row> theirs) {
            TreeSet<Long> ids = new TreeSet<>(ours.keySet());
            ids.addAll(theirs.keySet());
            for (long id : ids) {
                take(id, Optional.ofNullable(ours.get(id)), Optional.ofNullable(theirs.get(id)));
            }
        }

        private void take(long id, Optional<TableReader.Row> ours, Optional<TableReader.Row> theirs) {
            if (ours.isEmpty()) {
                onlyCopy.add(id);
            } else if (theirs.isEmpty()) {
                onlyLive.add(id);
                ours.get().time().ifPresent(time -> lost(id, time));
            } else if (!ours.get().hash().equals(theirs.get().hash())) {
                changed.add(id);
            }
        }

        private void lost(long id, Instant time) {
            if (moment.filter(time::isBefore).isPresent()) {
                early.add(id);
            }
            if (oldest.filter(earlier -> !time.isBefore(earlier)).isEmpty()) {
                oldest = Optional.of(time);
            }
        }

        TableDifference done(String table, boolean content) {
            return new TableDifference(
                    table, onlyLive.done(), early.done(), onlyCopy.done(), changed.done(), oldest, content);
        }
    }
}
