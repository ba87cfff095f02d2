package cutover.probe.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * No complete answer came.
 *
 * @param detail why, in words; never empty
 * @param peer with whom a connection stood; empty when there was none
 * @param certificate what the server showed in a handshake, trusted or not; empty when no handshake got that far
 */
public record NoAnswer(
        Sent sent,
        Kind kind,
        String detail,
        Optional<InetSocketAddress> peer,
        Optional<CertificateFacts> certificate,
        Instant sentAt,
        Duration total)
        implements HttpObservation {

    /** What kept the answer away. */
    public enum Kind {
        /** The name has no address. */
        NAME_UNKNOWN,
        /** Nothing listens at the address. */
        REFUSED,
        /** No way to the address. */
        UNREACHABLE,
        /** No connection, or no complete answer, in time. */
        TIMED_OUT,
        /** The certificate is trusted and covers other names. */
        TLS_NAME_MISMATCH,
        /** The certificate is not trusted: unknown issuer, expired, not yet valid, incomplete chain. */
        TLS_UNTRUSTED,
        /** The handshake failed for another reason, for instance no TLS at that port. */
        TLS_OTHER,
        /** The connection ended before the head of an answer was complete. */
        CLOSED_EARLY,
        /** What came is not HTTP. */
        MALFORMED
    }

    public NoAnswer {
        detail = detail == null || detail.isBlank() ? kind.name() : detail;
    }

    @Override
    public <T> T fold(Function<Answered, T> answered, Function<NoAnswer, T> noAnswer) {
        return noAnswer.apply(this);
    }
}
