package cutover.probe.database;

import java.util.List;
import java.util.function.Function;

/** What came of asking a database what its stored documents must show. */
public sealed interface ShownObservation permits ShownObservation.Read, ShownObservation.Untold {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Read, T> read, Function<Untold, T> untold);

    /** @param rows in the database's order; several may be of one document */
    record Read(List<Shown> rows) implements ShownObservation {

        public Read {
            rows = List.copyOf(rows);
        }

        @Override
        public <T> T fold(Function<Read, T> read, Function<Untold, T> untold) {
            return read.apply(this);
        }
    }

    /** It could not be asked, or does not understand the question. */
    record Untold(String detail) implements ShownObservation {

        @Override
        public <T> T fold(Function<Read, T> read, Function<Untold, T> untold) {
            return untold.apply(this);
        }
    }
}
