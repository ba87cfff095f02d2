package cutover.twin.front;

import cutover.twin.door.TcpDoor;
import cutover.twin.tls.Identity;
import cutover.twin.tls.OldServer;
import cutover.twin.tls.Versions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** One listening port that can be shut, so that a connection is refused, and opened again on the same number. */
public final class Door {

    private final ServerConnector connector;
    private final Optional<Latch> latch;
    private final Optional<Offer> offer;
    private Identity shown;
    private Versions spoken = Versions.USUAL;
    private Closeable placeholder;

    /** For plain http. */
    Door(ServerConnector connector) {
        this.connector = connector;
        this.latch = Optional.empty();
        this.offer = Optional.empty();
    }

    /** For https. */
    Door(ServerConnector connector, Latch latch, Identity shown) {
        this.connector = connector;
        this.latch = Optional.of(latch);
        this.offer = Optional.empty();
        this.shown = shown;
    }

    /** For https with HTTP/2. */
    Door(ServerConnector connector, Latch latch, Identity shown, Offer offer) {
        this.connector = connector;
        this.latch = Optional.of(latch);
        this.offer = Optional.of(offer);
        this.shown = shown;
    }

    public int port() {
        return connector.getPort() > 0 ? connector.getPort() : connector.getLocalPort();
    }

    /** Refuses connections from now on; those that exist end. */
    public synchronized void shut() {
        become(TcpDoor.State.CLOSED);
    }

    /** Answers no knock from now on, as behind a firewall that drops packets; connections that exist end. */
    public synchronized void filter() {
        become(TcpDoor.State.FILTERED);
    }

    private void become(TcpDoor.State state) {
        if (placeholder != null) {
            return;
        }
        connector.setPort(port());
        try {
            connector.stop();
            // somebody keeps the number meanwhile
            placeholder = state.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port() + " could not be shut", e);
        } catch (Exception e) {
            throw new IllegalStateException("port " + port() + " could not be shut", e);
        }
    }

    public synchronized void open() {
        if (placeholder == null) {
            return;
        }
        try {
            placeholder.close();
            placeholder = null;
            connector.start();
        } catch (Exception e) {
            throw new IllegalStateException("port " + port() + " could not be opened again", e);
        }
    }

    /** Shows another certificate from the next connection on; those that exist end. */
    public synchronized void show(Identity identity) {
        shown = identity;
        changed();
    }

    /**
     * Speaks these versions of TLS and no others from the next connection on; connections that exist end. "TLSv1" and
     * "TLSv1.1" are spoken by an {@link OldServer}, as far as its certificates.
     *
     * @param versions as in Java, "TLSv1.2"; at first they are TLSv1.2 and TLSv1.3
     * @throws IllegalArgumentException for none, or for one that is none
     */
    public synchronized void speak(String... versions) {
        spoken = Versions.of(versions);
        changed();
    }

    /** Offers HTTP/2, or only HTTP/1.1, from the next connection on; connections that exist end. */
    public synchronized void http2(boolean offered) {
        offer.orElseThrow(() -> new IllegalStateException("port " + port() + " never speaks HTTP/2"))
                .http2(offered);
        endConnections();
    }

    /**
     * Rebuffs whoever comes to shake hands, from the next connection on; connections that exist end.
     *
     * @param how empty to shake hands again
     */
    public synchronized void rebuff(Optional<Rebuff> how) {
        latch.orElseThrow(() -> new IllegalStateException("port " + port() + " has no TLS"))
                .rebuff(how);
        endConnections();
    }

    /** Nobody has asked here for a while: connections end, and the door stays open. */
    public synchronized void endConnections() {
        connector.getConnectedEndPoints().forEach(EndPoint::close);
    }

    private void changed() {
        Latch changing = latch.orElseThrow(() -> new IllegalStateException("port " + port() + " has no TLS"));
        try {
            changing.getSslContextFactory().reload(factory -> {
                use(factory, shown);
                factory.setIncludeProtocols(spoken.modern().toArray(String[]::new));
            });
        } catch (Exception e) {
            throw new IllegalStateException("port " + port() + " could not change its TLS", e);
        }
        changing.old(spoken.anyOld() ? Optional.of(new OldServer(spoken, shown)) : Optional.empty());
        endConnections();
    }

    synchronized void free() throws IOException {
        if (placeholder != null) {
            placeholder.close();
        }
    }

    static void use(SslContextFactory tls, Identity identity) {
        tls.setKeyStore(identity.keyStore());
        tls.setKeyStorePassword(identity.password());
    }
}
