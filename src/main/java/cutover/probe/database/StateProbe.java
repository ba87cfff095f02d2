package cutover.probe.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads what proves in which state a database is. Each database is read in one
 * transaction that can't write. For PostgreSQL 11 and newer.
 */
public final class StateProbe {

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
     * Reads a database and a copy of it, and which rows only one of them has; each side of it may be untold.
     * Rows in trouble are looked for in the copy only.
     *
     * @param moment of which the copy should be, where it is known
     */
    public ComparisonObservation compare(Source live, Source copy, Questions questions, Optional<Instant> moment) {
        try (Session ours = Session.open(live)) {
            return compare(ours, new Reader(ours, questions).counted(), copy, questions, moment);
        } catch (SQLException e) {
            return new ComparisonObservation(untold(e), look(copy, questions), List.of());
        }
    }

    private static ComparisonObservation compare(
            Session ours, DatabaseState state, Source copy, Questions questions, Optional<Instant> moment) {
        StateObservation live = new StateObservation.Read(state);
        try (Session theirs = Session.open(copy)) {
            DatabaseState other = new Reader(theirs, questions).read();
            return new ComparisonObservation(
                    live,
                    new StateObservation.Read(other),
                    new Comparer(new TableReader(ours, questions), new TableReader(theirs, questions), moment)
                            .compare(state, other));
        } catch (SQLException e) {
            return new ComparisonObservation(live, untold(e), List.of());
        }
    }

    private static StateObservation untold(SQLException e) {
        return new StateObservation.Untold(detail(e));
    }

    private static String detail(SQLException e) {
        return (e.getSQLState() == null ? "" : e.getSQLState() + " ") + e.getMessage();
    }
}
