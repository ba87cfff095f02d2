package cutover.probe.tls;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * No handshake came about.
 *
 * @param chain what was shown before it failed
 * @param sentence why; begins with the name and the address
 * @param alert with what the peer ended it, "unrecognized_name" (RFC 8446, 6); empty when it sent none
 */
public record Refused(
        String name,
        InetSocketAddress address,
        Instant at,
        Duration took,
        List<SentCertificate> chain,
        Kind kind,
        String sentence,
        Optional<String> alert)
        implements TlsObservation {

    /** What kept the handshake away. */
    public enum Kind {
        /** Nothing listens at the address. */
        PORT_CLOSED,
        /** No connection in time. */
        CONNECT_TIMED_OUT,
        /** No way to the address; may well be our own trouble. */
        UNREACHABLE,
        /** Connected, and not one byte came in time. */
        SILENT,
        /** Bytes came, but in time, or within a sane size, they did not add up to a handshake. */
        UNFINISHED,
        /** The port speaks HTTP without TLS. */
        PLAIN_HTTP,
        /** The port speaks something that is not TLS. */
        NOT_TLS,
        /** The peer hung up without a word of reason. */
        CLOSED_EARLY,
        /** The peer gave a reason. */
        ALERT,
        /** The peer speaks TLS, in versions only that were not offered to it. */
        OTHER_VERSION,
        /** The peer speaks TLS, in a way that this JVM does not accept: not well-formed, keys or ciphers out of use. */
        INCOMPATIBLE,
        /** This JVM's settings forbid the attempt, or it was interrupted; nothing is known of the peer. */
        OWN_TROUBLE
    }

    public Refused {
        chain = List.copyOf(chain);
    }

    @Override
    public <T> T fold(Function<Shaken, T> shaken, Function<Refused, T> refused) {
        return refused.apply(this);
    }
}
