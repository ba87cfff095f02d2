package cutover.probe.tls;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Shakes hands with exactly one address, asks for a name, and hangs up. Nothing is validated on the way, so that a bad
 * certificate is seen like a good one. Asks no DNS, resumes no session, and sends nothing but the handshake.
 */
public final class TlsProbe {

    private final TlsSettings settings;

    public TlsProbe(TlsSettings settings) {
        this.settings = settings;
    }

    /**
     * @param name for SNI; may be internationalized, an address is looked at without SNI
     * @throws IllegalArgumentException for a name or an address that can't be asked
     */
    public TlsObservation look(String name, InetSocketAddress address) {
        Attempt attempt = new Attempt(name, address, settings);
        Handshake handshake = new Handshake(attempt, Optional.empty());
        return new Dial<TlsObservation>(handshake::over, refused -> refused).made(attempt);
    }

    /** What a client makes of the chain that was sent, now, with the trust anchors of the settings. */
    public ChainVerdict verdict(Shaken shaken) {
        return ChainVerdict.of(
                shaken.name(),
                shaken.chain(),
                settings.anchors(),
                settings.clock().instant());
    }

    /**
     * Which versions of TLS the peer accepts, oldest first, each asked on a connection of its own. The deprecated ones are
     * asked with a hello made by hand and not by the JDK, whose settings ({@code jdk.tls.disabledAlgorithms}) mostly forbid
     * them; the others with a whole handshake.
     *
     * @throws IllegalArgumentException for a name or an address that can't be asked
     */
    public List<ProtocolAnswer> protocols(String name, InetSocketAddress address) {
        return new Protocols(name, address, settings).asked();
    }
}
