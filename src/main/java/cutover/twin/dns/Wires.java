package cutover.twin.dns;

import cutover.twin.clockwork.Later;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** All sockets of a world, and the one thread that reads them. */
final class Wires implements AutoCloseable {

    private static final int LONGEST = 65_535;
    private static final int BURST = 1 << 20;
    private static final long STOP_MILLIS = 2_000;

    private final Later later;
    private final Selector selector;
    private final Thread reader;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST);

    /** What to do when a channel is ready. */
    private interface Ready {
        void act() throws IOException;
    }

    /** @param port of all doors */
    Wires(int port, Later later) throws IOException {
        this.later = later;
        this.selector = Selector.open();
        this.reader = new Thread(this::run, "twin-dns-" + port);
        reader.setDaemon(true);
    }

    /** Opens both doors of a server; nobody is served before {@link #open()}. */
    void add(NameServer server) throws IOException {
        ServerSocketChannel tcp = ServerSocketChannel.open();
        tcp.configureBlocking(false);
        tcp.register(selector, SelectionKey.OP_ACCEPT, (Ready) () -> accept(tcp, server));
        tcp.bind(server.address());
        DatagramChannel udp = DatagramChannel.open();
        udp.configureBlocking(false);
        udp.register(selector, SelectionKey.OP_READ, (Ready) () -> receive(udp, server));
        udp.setOption(StandardSocketOptions.SO_RCVBUF, BURST);
        udp.bind(server.address());
    }

    void open() {
        reader.start();
    }

    /** Ends the reading first, so that no connection is accepted that nobody closes. */
    @Override
    public void close() {
        stopped.set(true);
        selector.wakeup();
        try {
            reader.join(STOP_MILLIS);
            free();
        } catch (IOException e) {
            throw new UncheckedIOException("the twin's name servers did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void free() throws IOException {
        for (SelectionKey key : List.copyOf(selector.keys())) {
            key.channel().close();
        }
        selector.close();
    }

    private void run() {
        try {
            while (!stopped.get()) {
                selector.select(Wires::act);
            }
        } catch (IOException | ClosedSelectorException e) {
            throw new IllegalStateException("the twin's name servers can't read any more", e);
        }
    }

    private static void act(SelectionKey key) {
        try {
            ((Ready) key.attachment()).act();
        } catch (IOException e) {
            key.cancel();
        }
    }

    private void receive(DatagramChannel channel, NameServer server) throws IOException {
        buffer.clear();
        for (var from = channel.receive(buffer); from != null; from = channel.receive(buffer)) {
            buffer.flip();
            byte[] wire = new byte[buffer.remaining()];
            buffer.get(wire).clear();
            InetSocketAddress to = (InetSocketAddress) from;
            List<Outgoing> packets = server.overUdp(wire);
            hold(server, () -> send(channel, packets, to));
        }
    }

    private static void send(DatagramChannel channel, List<Outgoing> packets, InetSocketAddress to) {
        try {
            for (Outgoing packet : packets) {
                channel.send(ByteBuffer.wrap(packet.bytes()), to);
            }
        } catch (IOException gone) {
            // a packet that can't be sent is lost, as any packet may be
        }
    }

    private void accept(ServerSocketChannel door, NameServer server) throws IOException {
        SocketChannel channel = door.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            TcpStream stream = new TcpStream(channel, later, server);
            channel.register(selector, SelectionKey.OP_READ, (Ready) () -> stream.read(buffer));
        }
    }

    private void hold(NameServer server, Runnable send) {
        if (server.delay().isZero()) {
            send.run();
        } else {
            later.hold(server.delay(), send);
        }
    }
}
