package cutover.provider.aws;

import java.util.function.Function;

/** What became of a call of a function. */
public sealed interface Invocation permits Invocation.Accepted, Invocation.Refused, Invocation.Unavailable {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Accepted, T> accepted, Function<Refused, T> refused, Function<Unavailable, T> unavailable);

    /**
     * The call was taken.
     *
     * @param status 200 when the function has answered, 202 when it was only started
     * @param requestId Amazon's id of the call, which stands in the function's log
     * @param payload what the function answered, JSON; empty when it was only started
     * @param functionError {@code Handled} or {@code Unhandled} when the function failed; else empty
     */
    record Accepted(int status, String requestId, String payload, String functionError) implements Invocation {

        @Override
        public <T> T fold(
                Function<Accepted, T> accepted, Function<Refused, T> refused, Function<Unavailable, T> unavailable) {
            return accepted.apply(this);
        }
    }

    /**
     * The function was not called.
     *
     * @param code Amazon's, for instance {@code ResourceNotFoundException}; {@code NoCredentials} when we have none
     */
    record Refused(String code, String detail) implements Invocation {

        @Override
        public <T> T fold(
                Function<Accepted, T> accepted, Function<Refused, T> refused, Function<Unavailable, T> unavailable) {
            return refused.apply(this);
        }
    }

    /** No answer: it can't be told whether the function was called. The call was sent once at most. */
    record Unavailable(String detail) implements Invocation {

        @Override
        public <T> T fold(
                Function<Accepted, T> accepted, Function<Refused, T> refused, Function<Unavailable, T> unavailable) {
            return unavailable.apply(this);
        }
    }
}
