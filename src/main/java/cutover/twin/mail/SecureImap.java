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

    SecureImap(ServerSetup setup, Managers managers, SSLServerSocketFactory sockets) {
        super(setup, managers);
        this.sockets = sockets;
    }

    @Override
    protected ServerSocket openServerSocket() throws IOException {
        ServerSocket socket = sockets.createServerSocket(setup.getPort(), BACKLOG, bindTo);
        setup = setup.port(socket.getLocalPort());
        return socket;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
    }
}
