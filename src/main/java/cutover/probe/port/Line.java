package cutover.probe.port;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.UnsupportedAddressTypeException;

/** The operating system's part of an attempt. */
interface Line {

    /** Connects within so many milliseconds. */
    void connect(Socket socket, InetSocketAddress to, int millis) throws IOException;

    /** True when this machine knows where to send a packet for the address. */
    boolean leadsTo(InetSocketAddress to);

    /** The network of this machine. */
    static Line ofThisMachine() {
        return new Line() {
            @Override
            public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
                socket.connect(to, millis);
            }

            @Override
            public boolean leadsTo(InetSocketAddress to) {
                // connecting a datagram socket looks the route up and sends nothing
                try (DatagramSocket socket = new DatagramSocket()) {
                    socket.connect(to);
                    return true;
                } catch (SocketException | UnsupportedAddressTypeException e) {
                    return false;
                }
            }
        };
    }
}
