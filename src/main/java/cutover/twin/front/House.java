package cutover.twin.front;

import cutover.twin.clockwork.Later;
import cutover.twin.tls.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** One web server with a door for each front, on free loopback ports. */
public final class House implements AutoCloseable {

    private static final Set<UriCompliance.Violation> ODD_PATHS = Set.of(
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);
    private static final int MOST_THREADS = 200;
    private static final int LEAST_THREADS = 8;
    private static final int IDLE_MILLIS = 60_000;
    private static final long STOP_MILLIS = 500;

    private final Server server;
    private final Map<Connector, Front> fronts = new HashMap<>();
    private final List<Door> doors = new ArrayList<>();

    public House(Later later) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_MILLIS);
        threads.setName("twin-front");
        threads.setDaemon(true);
        threads.setStopTimeout(STOP_MILLIS);
        server = new Server(threads);
        server.setHandler(new Wire(fronts, later));
        server.setErrorHandler(new BarePage());
    }

    /** A door for https; its port is known after {@link #open()}. */
    public Door https(Identity identity, Front front) {
        SslContextFactory.Server tls = factory(identity);
        Latch latch = new Latch(tls, "http/1.1");
        ServerConnector connector = new ServerConnector(server, null, null, null, 0, 1, latch, secure());
        return add(connector, new Door(connector, latch, identity), front);
    }

    /** A door for https that speaks HTTP/2 beside HTTP/1.1. */
    public Door http2(Identity identity, Front front) {
        SslContextFactory.Server tls = factory(identity);
        tls.setCipherComparator(HTTP2Cipher.COMPARATOR);
        HttpConnectionFactory http1 = secure();
        Offer offer = new Offer();
        Latch latch = new Latch(tls, offer.getProtocol());
        ServerConnector connector = new ServerConnector(
                server,
                null,
                null,
                null,
                0,
                1,
                latch,
                offer,
                new HTTP2ServerConnectionFactory(http1.getHttpConfiguration()),
                http1);
        return add(connector, new Door(connector, latch, identity, offer), front);
    }

    /** A door for plain http. */
    public Door http(Front front) {
        ServerConnector connector = new ServerConnector(server, null, null, null, 0, 1, plain());
        return add(connector, new Door(connector), front);
    }

    public void open() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the twin's web server did not start", e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
            for (Door door : doors) {
                door.free();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the twin's web server did not stop", e);
        } catch (Exception e) {
            throw new IllegalStateException("the twin's web server did not stop", e);
        }
    }

    private Door add(ServerConnector connector, Door door, Front front) {
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        fronts.put(connector, front);
        doors.add(door);
        return door;
    }

    private static SslContextFactory.Server factory(Identity identity) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        Door.use(tls, identity);
        tls.setSniRequired(false);
        return tls;
    }

    /** A Host that is not the certificate's is for the application to refuse, not for this server. */
    private static HttpConnectionFactory secure() {
        HttpConnectionFactory factory = plain();
        factory.getHttpConfiguration().addCustomizer(new SecureRequestCustomizer(false));
        return factory;
    }

    private static HttpConnectionFactory plain() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        // the platforms pass on what RFC 3986 allows: a double slash, an escaped one
        configuration.setUriCompliance(UriCompliance.from(ODD_PATHS));
        return new HttpConnectionFactory(configuration);
    }
}
