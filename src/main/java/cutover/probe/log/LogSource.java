package cutover.probe.log;

import java.time.Instant;

/** A log that can be searched. */
@FunctionalInterface
public interface LogSource {

    /**
     * Records that hold the term, in the order of their time.
     *
     * @param term literal text, case-sensitive; empty for all records
     * @param from first moment, inclusive
     * @param to last moment, inclusive
     */
    LogObservation search(String term, Instant from, Instant to);
}
