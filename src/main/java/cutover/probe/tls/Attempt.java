package cutover.probe.tls;

import cutover.patience.Durations;
import cutover.probe.tls.Refused.Kind;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One attempt under way: whom it asks, since when, and what it was shown. */
final class Attempt {

    private final String name;
    private final InetSocketAddress address;
    private final TlsSettings settings;
    private final Instant at;
    private final Accepting accepting = new Accepting();

    Attempt(String name, InetSocketAddress address, TlsSettings settings) {
        if (address.isUnresolved() || address.getPort() == 0) {
            throw new IllegalArgumentException("the probe needs an address and a port, got " + address);
        }
        ServerName.ascii(name);
        ServerName.indicated(name);
        this.name = name;
        this.address = address;
        this.settings = settings;
        this.at = settings.clock().instant();
    }

    String name() {
        return name;
    }

    InetSocketAddress address() {
        return address;
    }

    TlsSettings settings() {
        return settings;
    }

    Accepting accepting() {
        return accepting;
    }

    Shaken shaken(List<SentCertificate> chain, String protocol, String cipher, Staple staple) {
        return new Shaken(name, address, at, took(), chain, protocol, cipher, staple);
    }

    Refused refused(Kind kind, String why) {
        return new Refused(name, address, at, took(), accepting.shown(), kind, told() + why, Optional.empty());
    }

    Refused alerted(String alert) {
        String why = " ended the handshake with the alert " + alert;
        return new Refused(name, address, at, took(), accepting.shown(), Kind.ALERT, told() + why, Optional.of(alert));
    }

    /** The time is over. */
    Refused late(byte[] head) {
        if (Thread.currentThread().isInterrupted()) {
            return refused(Kind.OWN_TROUBLE, " was not heard out: interrupted");
        }
        String within = Durations.told(settings.handshake());
        return head.length == 0
                ? refused(Kind.SILENT, " took the connection and said nothing for " + within)
                : refused(Kind.UNFINISHED, " sent something, but no complete handshake within " + within);
    }

    private String told() {
        String host = address.getAddress().getHostAddress();
        String literal = address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host;
        return name + " at " + literal + ":" + address.getPort();
    }

    private Duration took() {
        return Duration.between(at, settings.clock().instant());
    }
}
