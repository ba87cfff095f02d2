package cutover.probe.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on loopback and says the same words to each caller. */
final class Doors implements AutoCloseable {

    private final ServerSocket socket;
    private final byte[] words;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    Doors(InetAddress host, byte[] words) throws IOException {
        this.socket = new ServerSocket(0, 50, host);
        this.words = words;
        Thread thread = new Thread(this::serve, "doors");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                callers.add(caller);
                caller.getOutputStream().write(words);
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket caller : callers) {
            caller.close();
        }
    }
}
