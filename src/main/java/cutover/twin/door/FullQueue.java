package cutover.twin.door;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens, accepts nobody, and has as many connections waiting as the kernel lets wait. Linux then drops each further
 * SYN without a word, whatever {@code tcp_syncookies} and {@code tcp_abort_on_overflow} say: with syncookies it looks at
 * the accept queue first, and the other setting is about the third packet of a handshake, to which it never comes. The
 * client repeats its SYN until its own patience ends: a timeout, as behind a firewall. Those that wait are never
 * accepted, so the queue has no room again, not even if one of them should break. It may be full of strangers who
 * knocked while it was filled; they think that they are connected, as somebody does who came just before a firewall
 * went up.
 */
final class FullQueue implements Closeable {

    private static final int BACKLOG = 1;
    /** Linux lets one more wait than it was told. */
    private static final int PLACES = BACKLOG + 1;
    /** So many rounds are more than any kernel makes of a backlog of one. */
    private static final int ROUNDS = 8;
    /** A handshake on the loopback is over before the system call that begins it. */
    private static final int NOT_TAKEN_MILLIS = 250;

    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final List<SocketChannel> waiting = new ArrayList<>();

    /** Returns when the queue is full. */
    FullQueue(InetSocketAddress address) throws IOException {
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(address, BACKLOG);
            fill();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The last round is turned away and goes on trying, so that a place that it should have had is not left over. */
    private void fill() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            if (taken(PLACES) == 0) {
                return;
            }
        }
        throw new IOException("this kernel turns nobody away at a full queue; no port can be filtered here");
    }

    /** How many of so many new clients get a place. */
    private int taken(int clients) throws IOException {
        try (Selector selector = Selector.open()) {
            int taken = 0;
            for (int i = 0; i < clients; i++) {
                taken += comes(selector) ? 1 : 0;
            }
            while (taken < clients && selector.select(NOT_TAKEN_MILLIS) > 0) {
                for (SelectionKey key : selector.selectedKeys()) {
                    taken += ((SocketChannel) key.channel()).finishConnect() ? 1 : 0;
                    key.cancel();
                }
                selector.selectedKeys().clear();
            }
            return taken;
        }
    }

    /** True when it gets its place at once. */
    private boolean comes(Selector selector) throws IOException {
        SocketChannel client = SocketChannel.open();
        waiting.add(client);
        client.configureBlocking(false);
        if (client.connect(listener.getLocalAddress())) {
            return true;
        }
        client.register(selector, SelectionKey.OP_CONNECT);
        return false;
    }

    @Override
    public void close() throws IOException {
        // the listener first: its kernel resets those in the queue, and nothing of them lingers
        listener.close();
        for (SocketChannel client : waiting) {
            client.close();
        }
    }
}
