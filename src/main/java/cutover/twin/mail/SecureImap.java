package cutover.twin.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLServerSocketFactory;

/** IMAP below TLS with a certificate of our choice; the library's own server only knows one from a system property. */
final class SecureImap extends AbstractServer {

    private static final int BACKLOG = 50;

    private final SSLServerSocketFactory sockets;

    private SecureImap(ServerSetup setup, Managers managers, SSLServerSocketFactory sockets) {
        super(setup, managers);
        this.sockets = sockets;
    }

    /** Starts one and returns once it listens. */
    static SecureImap started(ServerSetup setup, Managers managers, SSLServerSocketFactory sockets) {
        SecureImap server = new SecureImap(setup, managers, sockets);
        server.startService();
        try {
            if (!server.waitTillRunning(setup.getServerStartupTimeout()) || !server.isRunning()) {
                throw new IllegalStateException("the IMAP server below TLS did not start");
            }
            return server;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the IMAP server below TLS did not start", e);
        }
    }

    @Override
    protected ServerSocket openServerSocket() throws IOException {
        ServerSocket socket = sockets.createServerSocket(setup.getPort(), BACKLOG, bindTo);
        setup = setup.port(socket.getLocalPort());
        return socket;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new Conversation(new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client));
    }

    /** Ends quietly when the client hangs up first, which below TLS shows as a failure to write. */
    private record Conversation(ImapHandler handler) implements ProtocolHandler {

        @Override
        public void run() {
            try {
                handler.run();
            } catch (IllegalStateException failure) {
                if (!(failure.getCause() instanceof IOException)) {
                    throw failure;
                }
            }
        }

        @Override
        public void close() {
            handler.close();
        }
    }
}
