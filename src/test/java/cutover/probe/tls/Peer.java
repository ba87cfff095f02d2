package cutover.probe.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on loopback and treats each caller in its own way. */
final class Peer implements AutoCloseable {

    private final ServerSocket socket;
    private final Manner manner;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    /** What is done with a caller; the connection is closed afterwards. */
    interface Manner {
        void treat(Socket caller) throws IOException;
    }

    Peer(Manner manner) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), manner);
    }

    Peer(ServerSocket socket, Manner manner) {
        this.socket = socket;
        this.manner = manner;
        start(this::serve);
    }

    /** Reads whatever comes first, says the bytes, and hangs up. */
    static Peer answering(byte[] bytes) throws IOException {
        return new Peer(caller -> {
            hear(caller);
            caller.getOutputStream().write(bytes);
        });
    }

    static Peer answering(String text) throws IOException {
        return answering(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads one record, so that closing does not reset the connection. */
    static byte[] hear(Socket caller) throws IOException {
        byte[] head = caller.getInputStream().readNBytes(5);
        int length = head.length < 5 ? 0 : (head[3] & 0xff) << 8 | head[4] & 0xff;
        return caller.getInputStream().readNBytes(length);
    }

    /** Reads until the caller has gone. */
    static void wait(Socket caller) throws IOException {
        caller.getInputStream().readAllBytes();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                callers.add(caller);
                start(() -> treat(caller));
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    private void treat(Socket caller) {
        try (caller) {
            manner.treat(caller);
        } catch (IOException e) {
            callers.remove(caller);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "peer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket caller : callers) {
            caller.close();
        }
    }
}
