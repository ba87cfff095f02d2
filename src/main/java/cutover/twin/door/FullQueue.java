package cutover.twin.door;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens, accepts nobody, and has as many connections waiting as the kernel lets wait. Linux then drops each further
 * SYN without a word, whatever {@code tcp_syncookies} and {@code tcp_abort_on_overflow} say: with syncookies it looks at
 * the accept queue first, and the other setting is about the third packet of a handshake, to which it never comes. The
 * client repeats its SYN until its own patience ends: a timeout, as behind a firewall. Those that wait are never
 * accepted, so the queue never has room again, not even if one of them should break.
 */
final class FullQueue implements Closeable {

    private static final int BACKLOG = 1;
    /** Linux lets one more wait than it was told. */
    private static final int AT_LEAST = BACKLOG + 1;
    /** More than any kernel makes of a backlog of one. */
    private static final int AT_MOST = 16;

    private static final int ENOUGH_FOR_LOOPBACK_MILLIS = 10_000;
    private static final int DROPPED_MILLIS = 250;

    private final ServerSocket listener = new ServerSocket();
    private final List<Socket> waiting = new ArrayList<>();

    /** Returns when the queue is full. */
    FullQueue(InetSocketAddress address) throws IOException {
        try {
            listener.setReuseAddress(true);
            listener.bind(address, BACKLOG);
            fill();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void fill() throws IOException {
        while (waiting.size() < AT_LEAST) {
            queue(ENOUGH_FOR_LOOPBACK_MILLIS);
        }
        while (hasRoom()) {
            if (waiting.size() > AT_MOST) {
                throw new IOException("this kernel drops nothing at a full queue; no port can be filtered here");
            }
        }
    }

    private boolean hasRoom() throws IOException {
        try {
            queue(DROPPED_MILLIS);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    private void queue(int millis) throws IOException {
        Socket client = new Socket();
        try {
            client.connect(listener.getLocalSocketAddress(), millis);
            waiting.add(client);
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        // the listener first: its kernel resets those in the queue, and nothing of them lingers
        listener.close();
        for (Socket client : waiting) {
            client.close();
        }
    }
}
