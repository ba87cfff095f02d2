package cutover.probe.tls;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** One handshake and what became of it. */
public sealed interface TlsObservation permits Shaken, Refused {

    /** The name that we asked for (SNI, RFC 6066, 3), as it was given to us. */
    String name();

    /** The peer. */
    InetSocketAddress address();

    /** When the attempt began, before the connection. */
    Instant at();

    /** From then to the end of the handshake, or to the moment when it was given up. */
    Duration took();

    /** Certificates as they were sent, the server's own first; none when the attempt did not get that far. */
    List<SentCertificate> chain();

    /** Applies the function for the case at hand; a new case breaks every caller at compile time. */
    <T> T fold(Function<Shaken, T> shaken, Function<Refused, T> refused);
}
