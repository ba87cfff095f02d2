package cutover.twin.front;

import java.util.List;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;

/** What a door offers to speak, which can change from one connection to the next. */
final class Offer extends ALPNServerConnectionFactory {

    private static final String OLD = "http/1.1";

    private volatile boolean both = true;

    Offer() {
        super("h2", OLD);
        setDefaultProtocol(OLD);
    }

    /** @param http2 whether HTTP/2 is offered beside HTTP/1.1 from the next connection on */
    void http2(boolean http2) {
        both = http2;
    }

    @Override
    protected AbstractConnection newServerConnection(
            Connector connector, EndPoint endPoint, SSLEngine engine, List<String> protocols, String standard) {
        return super.newServerConnection(connector, endPoint, engine, both ? protocols : List.of(OLD), standard);
    }
}
