package cutover.provider.aws;

import java.util.List;
import java.util.function.Function;

/** What a search in a log group yielded. */
public sealed interface LogEvents permits LogEvents.Listed, LogEvents.Refused, LogEvents.Unavailable {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Listed, T> listed, Function<Refused, T> refused, Function<Unavailable, T> unavailable);

    /**
     * Read to the last page; no event is an answer too.
     *
     * @param events in the order of their time, over all streams
     * @param cut true when there were more than we read
     */
    record Listed(List<LogEvent> events, boolean cut) implements LogEvents {

        public Listed {
            events = List.copyOf(events);
        }

        @Override
        public <T> T fold(
                Function<Listed, T> listed, Function<Refused, T> refused, Function<Unavailable, T> unavailable) {
            return listed.apply(this);
        }
    }

    /**
     * Asked in vain and asking again won't help: credential, permission, no such group.
     *
     * @param code Amazon's, for instance {@code AccessDeniedException}; {@code NoCredentials} when we have none
     */
    record Refused(String code, String detail) implements LogEvents {

        @Override
        public <T> T fold(
                Function<Listed, T> listed, Function<Refused, T> refused, Function<Unavailable, T> unavailable) {
            return refused.apply(this);
        }
    }

    /** No answer, too late, an error of Amazon's, or throttled to the end of our patience. */
    record Unavailable(String detail) implements LogEvents {

        @Override
        public <T> T fold(
                Function<Listed, T> listed, Function<Refused, T> refused, Function<Unavailable, T> unavailable) {
            return unavailable.apply(this);
        }
    }
}
