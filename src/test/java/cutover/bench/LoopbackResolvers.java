package cutover.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many resolvers over UDP, each at a loopback address of its own and all at one port, of which every tenth reads and says
 * nothing. One thread serves them all, and answers with prepared bytes, so that those who ask are measured and not this.
 */
final class LoopbackResolvers implements AutoCloseable {

    private static final int ROOMY = 1 << 20;
    private static final int SILENT = 10;

    private final Selector selector;
    private final List<InetSocketAddress> addresses;
    private final CannedAnswers answers = new CannedAnswers();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(4_096);

    private LoopbackResolvers(Selector selector, List<InetSocketAddress> addresses) {
        this.selector = selector;
        this.addresses = addresses;
    }

    /** @param count at most 254 */
    static LoopbackResolvers start(int count) throws IOException {
        int port = freePort();
        List<InetSocketAddress> addresses = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new InetSocketAddress("127.79.0." + i, port))
                .toList();
        LoopbackResolvers resolvers = new LoopbackResolvers(Selector.open(), addresses);
        for (int i = 0; i < count; i++) {
            resolvers.bind(addresses.get(i), i % SILENT != SILENT - 1);
        }
        Thread thread = new Thread(resolvers::serve, "resolvers");
        thread.setDaemon(true);
        thread.start();
        return resolvers;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.79.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void bind(InetSocketAddress address, boolean answering) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, ROOMY);
        channel.bind(address);
        channel.register(selector, SelectionKey.OP_READ, answering);
    }

    List<InetSocketAddress> all() {
        return addresses;
    }

    List<InetSocketAddress> answering() {
        List<InetSocketAddress> answering = new ArrayList<>(addresses);
        answering.removeIf(each -> addresses.indexOf(each) % SILENT == SILENT - 1);
        return answering;
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::ready);
            }
        } catch (ClosedSelectorException closed) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        DatagramChannel channel = (DatagramChannel) key.channel();
        try {
            SocketAddress from = channel.receive(buffer.clear());
            if (from != null && (Boolean) key.attachment()) {
                channel.send(answers.to(buffer.flip()), from);
            }
        } catch (IOException gone) {
            // whoever asked is no longer there; the next one may be
            return;
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
