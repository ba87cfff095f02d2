package cutover.probe.database;

import cutover.patience.FanOut;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what proves in which state a database is. Each database is read in one
 * transaction that can't write. For PostgreSQL 11 and newer.
 */
public final class StateProbe {

    private static final Duration LONGEST = Duration.ofHours(6);

    /** @param questions what to look for besides what the catalogue tells */
    public StateObservation look(Source source, Questions questions) {
        try (Session session = Session.open(source)) {
            return new StateObservation.Read(new Reader(session, questions).read());
        } catch (SQLException e) {
            return untold(e);
        }
    }

    /** Reads the list of migrations alone, which costs the database nothing. */
    public MigrationsObservation migrations(Source source) {
        try (Session session = Session.open(source)) {
            return new MigrationsObservation.Read(Reader.migrations(session));
        } catch (SQLException e) {
            return new MigrationsObservation.Untold(detail(e));
        }
    }

    /**
     * Reads what stored documents must show.
     *
     * @param query gives the document's key and then what must stand in it; rows without a key are left out
     */
    public ShownObservation shown(Source source, String query) {
        try (Session session = Session.open(source)) {
            return new ShownObservation.Read(session.list(query, StateProbe::shown).stream()
                    .flatMap(Optional::stream)
                    .toList());
        } catch (SQLException e) {
            return new ShownObservation.Untold(detail(e));
        }
    }

    private static Optional<Shown> shown(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 2; i <= columns.getColumnCount(); i++) {
            String text = row.getString(i);
            if (text != null && !text.isBlank()) {
                texts.put(columns.getColumnLabel(i), text);
            }
        }
        return Optional.ofNullable(row.getString(1)).map(key -> new Shown(key, texts));
    }

    /**
     * Reads a database and a copy of it, and which rows only one of them has; each side of it may be untold.
     * Rows in trouble are looked for in the copy only.
     *
     * @param moment of which the copy should be, where it is known
     */
    public ComparisonObservation compare(Source live, Source copy, Questions questions, Optional<Instant> moment) {
        try (Half ours = new Half(live, questions, false);
                Half theirs = new Half(copy, questions, true)) {
            // each statement ends by itself; two servers, or two processes of one, work at once
            List<StateObservation> seen = new FanOut(2, LONGEST)
                    .each(List.of(ours, theirs), Half::look, (half, why) -> new StateObservation.Untold(why));
            return compared(ours, theirs, seen.get(0), seen.get(1), moment);
        }
    }

    private static ComparisonObservation compared(
            Half ours, Half theirs, StateObservation live, StateObservation copy, Optional<Instant> moment) {
        if (!(live instanceof StateObservation.Read one && copy instanceof StateObservation.Read other)) {
            return new ComparisonObservation(live, copy, List.of());
        }
        try {
            return new ComparisonObservation(
                    live,
                    copy,
                    new Comparer(ours.tables(), theirs.tables(), moment).compare(one.state(), other.state()));
        } catch (SQLException e) {
            return new ComparisonObservation(live, untold(e), List.of());
        }
    }

    /** One of two databases that are compared, with its session. Looked at by one thread, compared by another. */
    private static final class Half implements AutoCloseable {

        private final Source source;
        private final Questions questions;
        private final boolean troubles;
        private volatile Session session;

        /** @param troubles whether rows in trouble are looked for */
        Half(Source source, Questions questions, boolean troubles) {
            this.source = source;
            this.questions = questions;
            this.troubles = troubles;
        }

        StateObservation look() {
            try {
                session = Session.open(source);
                Reader reader = new Reader(session, questions);
                return new StateObservation.Read(troubles ? reader.read() : reader.counted());
            } catch (SQLException e) {
                return untold(e);
            }
        }

        TableReader tables() {
            return new TableReader(session, questions);
        }

        @Override
        public void close() {
            try {
                if (session != null) {
                    session.close();
                }
            } catch (SQLException e) {
                // what was read is read
                session = null;
            }
        }
    }

    private static StateObservation untold(SQLException e) {
        return new StateObservation.Untold(detail(e));
    }

    private static String detail(SQLException e) {
        return (e.getSQLState() == null ? "" : e.getSQLState() + " ") + e.getMessage();
    }
}
