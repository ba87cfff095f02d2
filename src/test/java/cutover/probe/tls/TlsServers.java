package cutover.probe.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Servers that shake hands by the JDK. */
final class TlsServers {

    private TlsServers() {}

    static Peer showing(Issued... chain) throws IOException {
        return with(parameters -> {}, chain);
    }

    static Peer speaking(String protocol, Issued... chain) throws IOException {
        return with(parameters -> parameters.setProtocols(new String[] {protocol}), chain);
    }

    /** Knows one name and refuses all others. */
    static Peer knowing(String name, Issued... chain) throws IOException {
        SNIMatcher matcher = SNIHostName.createSNIMatcher(name.replace(".", "\\."));
        return with(parameters -> parameters.setSNIMatchers(List.of(matcher)), chain);
    }

    static Peer with(Consumer<SSLParameters> settings, Issued... chain) throws IOException {
        return new Peer(socket(settings, chain), TlsServers::shake);
    }

    /** Tells by which names it was asked for. */
    static Peer listening(Consumer<List<SNIServerName>> names, Issued... chain) throws IOException {
        return new Peer(socket(parameters -> {}, chain), caller -> {
            SSLSocket tls = (SSLSocket) caller;
            tls.startHandshake();
            names.accept(((ExtendedSSLSession) tls.getSession()).getRequestedServerNames());
        });
    }

    private static void shake(Socket caller) throws IOException {
        ((SSLSocket) caller).startHandshake();
        Peer.wait(caller);
    }

    private static SSLServerSocket socket(Consumer<SSLParameters> settings, Issued... chain) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new Shows(chain)}, null, null);
            SSLServerSocket socket = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            SSLParameters parameters = socket.getSSLParameters();
            settings.accept(parameters);
            socket.setSSLParameters(parameters);
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
