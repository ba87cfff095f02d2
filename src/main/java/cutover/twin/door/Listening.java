package cutover.twin.door;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/** Accepts everybody, never speaks first, and hangs up on who has spoken: no protocol is spoken here. */
final class Listening implements Closeable {

    private static final int BACKLOG = 512;

    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final Selector selector = Selector.open();
    private final Set<SocketChannel> guests = new HashSet<>();
    private volatile boolean ended;

    Listening(InetSocketAddress address) throws IOException {
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(address, BACKLOG);
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        Thread thread = new Thread(this::serve, "twin-door-" + address.getPort());
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try {
            while (!ended) {
                selector.select();
                attend();
            }
        } catch (ClosedSelectorException | IOException ended) {
            // closed while it waited; a door that broke by itself is closed with its owner
        }
    }

    private synchronized void attend() throws IOException {
        if (ended) {
            return;
        }
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isAcceptable()) {
                welcome();
            } else {
                hear((SocketChannel) key.channel());
            }
        }
        selector.selectedKeys().clear();
    }

    private void welcome() throws IOException {
        SocketChannel guest;
        while (!ended && (guest = listener.accept()) != null) {
            guests.add(guest);
            guest.configureBlocking(false);
            guest.register(selector, SelectionKey.OP_READ);
        }
    }

    /** Whether it was the end, an error or words: the conversation is over. */
    private void hear(SocketChannel guest) throws IOException {
        guests.remove(guest);
        try (guest) {
            guest.read(ByteBuffer.allocate(256));
        } catch (IOException reset) {
            // the guest is gone already
        }
    }

    @Override
    public void close() throws IOException {
        ended = true;
        end();
    }

    private synchronized void end() throws IOException {
        // the selector first: a channel that is still registered keeps its port until the next selection
        selector.close();
        listener.close();
        for (SocketChannel guest : new ArrayList<>(guests)) {
            guest.close();
        }
        guests.clear();
    }
}
