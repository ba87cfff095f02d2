package cutover.probe.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;

/** A connection for one question. */
final class TcpLink implements Link {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Framing framing = new Framing();
    private ByteBuffer unsent = ByteBuffer.allocate(0);

    private TcpLink(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    static TcpLink open(Selector selector, InetSocketAddress address, Object owner) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.connect(address);
            // a connection that stands at once is found writable
            int interest = channel.isConnected() ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT;
            return new TcpLink(channel, channel.register(selector, interest, owner));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Transport transport() {
        return Transport.TCP;
    }

    @Override
    public void send(byte[] message) {
        unsent = Framing.framed(message);
    }

    @Override
    public List<byte[]> arrived(ByteBuffer buffer) throws IOException {
        if (key.isConnectable() && channel.finishConnect()) {
            key.interestOps(SelectionKey.OP_WRITE);
        }
        if (key.isWritable()) {
            channel.write(unsent);
            key.interestOps(unsent.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
        return key.isReadable() ? read(buffer) : List.of();
    }

    private List<byte[]> read(ByteBuffer buffer) throws IOException {
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server hung up, " + framing.told());
        }
        return framing.take(buffer.flip());
    }

    @Override
    public String reached() {
        return channel.isConnected() ? "connected over TCP, " + framing.told() : "no connection over TCP";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
