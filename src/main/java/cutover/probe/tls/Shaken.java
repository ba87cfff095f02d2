package cutover.probe.tls;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The handshake succeeded, with a client that accepts every certificate; see {@link ChainVerdict} for what others do.
 *
 * @param chain at least the server's own certificate
 * @param protocol "TLSv1.3"
 * @param cipher name of the registry of IANA, "TLS_AES_128_GCM_SHA256"
 */
public record Shaken(
        String name,
        InetSocketAddress address,
        Instant at,
        Duration took,
        List<SentCertificate> chain,
        String protocol,
        String cipher,
        Staple staple)
        implements TlsObservation {

    public Shaken {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a handshake without a certificate");
        }
    }

    /** The server's own certificate. */
    public SentCertificate own() {
        return chain.get(0);
    }

    @Override
    public <T> T fold(Function<Shaken, T> shaken, Function<Refused, T> refused) {
        return shaken.apply(this);
    }
}
