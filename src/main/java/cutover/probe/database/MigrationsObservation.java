package cutover.probe.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What came of asking a database which migrations were applied to it. */
public sealed interface MigrationsObservation permits MigrationsObservation.Read, MigrationsObservation.Untold {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Read, T> read, Function<Untold, T> untold);

    /** @param applied application of the framework → its migrations in the order in which they were applied */
    record Read(Map<String, List<String>> applied) implements MigrationsObservation {

        public Read {
            applied = Map.copyOf(new TreeMap<>(applied));
        }

        @Override
        public <T> T fold(Function<Read, T> read, Function<Untold, T> untold) {
            return read.apply(this);
        }
    }

    /** It could not be asked, or has no table of them that we may read. */
    record Untold(String detail) implements MigrationsObservation {

        @Override
        public <T> T fold(Function<Read, T> read, Function<Untold, T> untold) {
            return untold.apply(this);
        }
    }
}
