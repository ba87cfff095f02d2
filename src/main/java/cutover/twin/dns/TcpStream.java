package cutover.twin.dns;

import cutover.twin.clockwork.Later;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** One connection over which messages come and go, each with its length in front (RFC 7766 section 8). */
final class TcpStream {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int PREFIX = 2;

    private final SocketChannel channel;
    private final Later later;
    private final NameServer server;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private ByteBuffer heard = ByteBuffer.allocate(0);

    TcpStream(SocketChannel channel, Later later, NameServer server) {
        this.channel = channel;
        this.later = later;
        this.server = server;
    }

    /** @param buffer to read with; it is not kept */
    void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int read;
        try {
            read = channel.read(buffer);
        } catch (IOException reset) {
            read = -1;
        }
        if (read < 0) {
            channel.close();
            return;
        }
        buffer.flip();
        heard = ByteBuffer.allocate(heard.remaining() + buffer.remaining())
                .put(heard)
                .put(buffer)
                .flip();
        answerAll();
    }

    private void answerAll() {
        while (heard.remaining() >= PREFIX
                && heard.remaining() - PREFIX >= Short.toUnsignedInt(heard.getShort(heard.position()))) {
            byte[] wire = new byte[Short.toUnsignedInt(heard.getShort())];
            heard.get(wire);
            List<Outgoing> answers = server.overTcp(wire);
            if (server.delay().isZero()) {
                answers.forEach(this::send);
            } else {
                later.hold(server.delay(), () -> answers.forEach(this::send));
            }
        }
    }

    private void send(Outgoing answer) {
        if (answer.dribble()) {
            write(ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) 0xFF}));
            dribble(answer.bytes(), 0);
        } else {
            write(ByteBuffer.allocate(PREFIX + answer.bytes().length)
                    .putShort((short) answer.bytes().length)
                    .put(answer.bytes())
                    .flip());
        }
    }

    private void dribble(byte[] bytes, int at) {
        if (channel.isOpen()) {
            write(ByteBuffer.wrap(new byte[] {at < bytes.length ? bytes[at] : 0}));
            later.hold(PAUSE, () -> dribble(bytes, at + 1));
        }
    }

    /** Writes in order; what the other side doesn't take yet waits. */
    private synchronized void write(ByteBuffer bytes) {
        waiting.add(bytes);
        try {
            drain();
        } catch (IOException gone) {
            waiting.clear();
        }
    }

    private void drain() throws IOException {
        while (!waiting.isEmpty()) {
            channel.write(waiting.element());
            if (waiting.element().hasRemaining()) {
                later.hold(PAUSE, () -> write(ByteBuffer.allocate(0)));
                return;
            }
            waiting.remove();
        }
    }
}
