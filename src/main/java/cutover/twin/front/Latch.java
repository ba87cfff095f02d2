package cutover.twin.front;

import cutover.twin.tls.OldServer;
import java.util.Optional;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS by the JDK; while there is an old server, whoever knows only what that one speaks is its guest. */
final class Latch extends SslConnectionFactory {

    private volatile Optional<OldServer> old = Optional.empty();
    private volatile Optional<Rebuff> rebuff = Optional.empty();

    Latch(SslContextFactory.Server tls, String next) {
        super(tls, next);
    }

    void old(Optional<OldServer> server) {
        old = server;
    }

    /** While it is there nobody shakes hands. */
    void rebuff(Optional<Rebuff> how) {
        rebuff = how;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return rebuff.<Connection>map(how -> new Rebuffing(endPoint, connector.getExecutor(), how))
                .orElseGet(() -> shaking(connector, endPoint));
    }

    private Connection shaking(Connector connector, EndPoint endPoint) {
        return old.<Connection>map(server -> configure(
                        new Listening(
                                endPoint,
                                connector.getExecutor(),
                                server,
                                () -> super.newConnection(connector, endPoint)),
                        connector,
                        endPoint))
                .orElseGet(() -> super.newConnection(connector, endPoint));
    }
}
