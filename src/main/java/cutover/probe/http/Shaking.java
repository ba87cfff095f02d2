package cutover.probe.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Remembers peer and certificate as soon as they are known, so that a failed exchange can tell them. */
final class Shaking implements TlsSocketStrategy {

    /** The attempt, in the context of an exchange. */
    static final String ATTEMPT = "cutover.attempt";

    private final DefaultClientTlsStrategy strategy;
    private final Tls tls;

    Shaking(Tls tls) {
        this.tls = tls;
        // our own turn after the handshake: with the JDK's the certificate would be lost on a mismatch
        this.strategy =
                new DefaultClientTlsStrategy(tls.context(), HostnameVerificationPolicy.CLIENT, (host, session) -> true);
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, Object attachment, HttpContext context)
            throws IOException {
        Attempt attempt = (Attempt) context.getAttribute(ATTEMPT);
        attempt.connected(socket.getRemoteSocketAddress());
        SSLSocket secured = shaken(socket, target, port, attachment, context);
        attempt.shaken(secured.getSession());
        try {
            tls.demandName(target, secured.getSession());
        } catch (IOException e) {
            secured.close();
            throw e;
        }
        return secured;
    }

    private SSLSocket shaken(Socket socket, String target, int port, Object attachment, HttpContext context)
            throws IOException {
        try {
            return strategy.upgrade(socket, target, port, attachment, context);
        } catch (SocketException e) {
            throw new SSLException("the connection ended during the TLS handshake", e);
        }
    }
}
