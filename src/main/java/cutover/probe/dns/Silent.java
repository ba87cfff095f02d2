package cutover.probe.dns;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * No answer came.
 *
 * @param detail why, in words; never empty
 */
public record Silent(Query query, Transport transport, Kind kind, String detail, Duration took, Instant at, int ignored)
        implements DnsObservation {

    /** What kept the answer away. */
    public enum Kind {
        /** No whole answer in time. */
        TIMED_OUT,
        /** The machine is there and nothing listens at that port. */
        REFUSED_CONNECTION,
        /** The network says that there is no way to the address. */
        UNREACHABLE,
        /** What came has the id of the question and is no message of the DNS. */
        MALFORMED,
        /** The connection ended before an answer was whole. */
        CLOSED,
        /**
         * Nothing left this machine: no socket to be had, no way to addresses of that family, interrupted. It says
         * nothing about the server.
         */
        NOT_ASKED
    }

    public Silent {
        Objects.requireNonNull(kind, "kind");
        detail = detail == null || detail.isBlank() ? words(kind) : detail;
    }

    @Override
    public <T> T fold(Function<Answered, T> answered, Function<Silent, T> silent) {
        return silent.apply(this);
    }

    /** "timed out: sent 3 times over UDP". */
    public String told() {
        return words(kind) + ": " + detail;
    }

    private static String words(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
