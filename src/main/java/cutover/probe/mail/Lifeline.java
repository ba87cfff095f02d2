package cutover.probe.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Knows the sockets of a session, so that they can be cut from outside: the mail library goes on reading for ever while
 * it listens to a server that has fallen silent.
 */
final class Lifeline {

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    SocketFactory plain() {
        return new Plain();
    }

    SSLSocketFactory secured(SSLSocketFactory factory) {
        return new Secured(factory);
    }

    void cut() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                sockets.remove(socket);
            }
        }
        sockets.clear();
    }

    private Socket known(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() {
            return known(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return known(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return known(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return known(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return known(new Socket(host, port, local, localPort));
        }
    }

    private final class Secured extends SSLSocketFactory {

        private final SSLSocketFactory factory;

        Secured(SSLSocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return known(factory.createSocket());
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return known(factory.createSocket(known(socket), host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return known(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return known(factory.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return known(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return known(factory.createSocket(host, port, local, localPort));
        }
    }
}
