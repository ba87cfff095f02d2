package cutover.probe.tls;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The OCSP response that came with the server's own certificate (RFC 6066, 8), or did not. */
public sealed interface Staple permits Staple.None, Staple.Response, Staple.Unreadable {

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Supplier<T> none, Function<Response, T> response, Function<Unreadable, T> unreadable);

    /** Nothing was stapled, though we ask for it unless {@code jdk.tls.client.enableStatusRequestExtension} is off. */
    record None() implements Staple {

        @Override
        public <T> T fold(Supplier<T> none, Function<Response, T> response, Function<Unreadable, T> unreadable) {
            return none.get();
        }
    }

    /**
     * A response about the certificate (RFC 6960, 4.2.1), as it stands there: its signature was not verified.
     *
     * @param nextUpdate when newer information will be there; empty when it always is
     */
    record Response(Status status, Instant thisUpdate, Optional<Instant> nextUpdate) implements Staple {

        /** What the responder says of the certificate. */
        public enum Status {
            GOOD,
            REVOKED,
            UNKNOWN
        }

        /** True when the response is not from the future and not outdated. */
        public boolean current(Instant at) {
            return !thisUpdate.isAfter(at)
                    && nextUpdate.map(next -> !next.isBefore(at)).orElse(true);
        }

        @Override
        public <T> T fold(Supplier<T> none, Function<Response, T> response, Function<Unreadable, T> unreadable) {
            return response.apply(this);
        }
    }

    /** Something was stapled that says nothing about the certificate. */
    record Unreadable(String detail) implements Staple {

        @Override
        public <T> T fold(Supplier<T> none, Function<Response, T> response, Function<Unreadable, T> unreadable) {
            return unreadable.apply(this);
        }
    }
}
