package cutover.probe.log;

import java.util.List;
import java.util.function.Function;

/** What a search in a log yielded. */
public sealed interface LogObservation
        permits LogObservation.Found, LogObservation.Refused, LogObservation.Unreachable {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Found, T> found, Function<Refused, T> refused, Function<Unreachable, T> unreachable);

    /**
     * The log was read; no record is an answer too.
     *
     * @param records in the order of their time
     * @param cut true when there were more than we read, so that "none" and "exactly one" can't be told
     */
    record Found(List<LogRecord> records, boolean cut) implements LogObservation {

        public Found {
            records = List.copyOf(records);
        }

        /** All that there were. */
        public Found(List<LogRecord> records) {
            this(records, false);
        }

        @Override
        public <T> T fold(
                Function<Found, T> found, Function<Refused, T> refused, Function<Unreachable, T> unreachable) {
            return found.apply(this);
        }
    }

    /** The log's keeper does not let us read. */
    record Refused(String detail) implements LogObservation {

        @Override
        public <T> T fold(
                Function<Found, T> found, Function<Refused, T> refused, Function<Unreachable, T> unreachable) {
            return refused.apply(this);
        }
    }

    /** The log could not be read: absent, no answer, asked too often. */
    record Unreachable(String detail) implements LogObservation {

        @Override
        public <T> T fold(
                Function<Found, T> found, Function<Refused, T> refused, Function<Unreachable, T> unreachable) {
            return unreachable.apply(this);
        }
    }
}
