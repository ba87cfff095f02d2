package cutover.twin.front;

import cutover.twin.tls.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** One listening port that can be shut, so that a connection is refused, and opened again on the same number. */
public final class Door {

    private final ServerConnector connector;
    private final SslContextFactory.Server tls;
    private Socket placeholder;

    Door(ServerConnector connector, SslContextFactory.Server tls) {
        this.connector = connector;
        this.tls = tls;
    }

    public int port() {
        return connector.getPort() > 0 ? connector.getPort() : connector.getLocalPort();
    }

    /** Refuses connections from now on; those that exist end. */
    public synchronized void shut() {
        if (placeholder != null) {
            return;
        }
        connector.setPort(port());
        try {
            connector.stop();
            // bound and not listening: nobody else gets the number, and who connects is refused
            placeholder = new Socket();
            placeholder.setReuseAddress(true);
            placeholder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
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
    public void show(Identity identity) {
        try {
            tls.reload(factory -> use(tls, identity));
        } catch (Exception e) {
            throw new IllegalStateException("port " + port() + " could not change its certificate", e);
        }
        connector.getConnectedEndPoints().forEach(EndPoint::close);
    }

    synchronized void free() throws IOException {
        if (placeholder != null) {
            placeholder.close();
        }
    }

    static void use(SslContextFactory.Server tls, Identity identity) {
        tls.setKeyStore(identity.keyStore());
        tls.setKeyStorePassword(identity.password());
    }
}
