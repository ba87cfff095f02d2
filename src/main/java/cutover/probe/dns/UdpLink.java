package cutover.probe.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;

/** One datagram each way. The system picks a port at random, and lets in only what comes from the server. */
final class UdpLink implements Link {

    private final DatagramChannel channel;
    private int sent;

    private UdpLink(DatagramChannel channel) {
        this.channel = channel;
    }

    static UdpLink open(Selector selector, InetSocketAddress address, Object owner) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.connect(address);
            channel.register(selector, SelectionKey.OP_READ, owner);
            return new UdpLink(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Transport transport() {
        return Transport.UDP;
    }

    @Override
    public void send(byte[] message) throws IOException {
        channel.write(ByteBuffer.wrap(message));
        sent++;
    }

    @Override
    public List<byte[]> arrived(ByteBuffer buffer) throws IOException {
        if (channel.receive(buffer) == null) {
            return List.of();
        }
        byte[] message = new byte[buffer.flip().remaining()];
        buffer.get(message);
        return List.of(message);
    }

    @Override
    public String reached() {
        return "sent %d time%s over UDP".formatted(sent, sent == 1 ? "" : "s");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
