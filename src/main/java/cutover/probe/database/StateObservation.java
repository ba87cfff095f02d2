package cutover.probe.database;

import java.util.function.Function;

/** What came of reading a database. */
public sealed interface StateObservation permits StateObservation.Read, StateObservation.Untold {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Read, T> read, Function<Untold, T> untold);

    /** All of it was read. */
    record Read(DatabaseState state) implements StateObservation {

        @Override
        public <T> T fold(Function<Read, T> read, Function<Untold, T> untold) {
            return read.apply(this);
        }
    }

    /** It could not be read, or not whole. */
    record Untold(String detail) implements StateObservation {

        @Override
        public <T> T fold(Function<Read, T> read, Function<Untold, T> untold) {
            return untold.apply(this);
        }
    }
}
