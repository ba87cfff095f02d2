package cutover.provider.nameserver;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.xbill.DNS.Message;

/** One question over TCP (RFC 7766), on a connection of its own, sent once. */
final class Wire {

    private Wire() {}

    /** An answer, and the bytes of which its signature was made. */
    record Heard(Message message, byte[] bytes) {}

    /** @throws IOException when there is no answer, or none to this question */
    static Heard ask(ZoneAccess access, Message question) throws IOException {
        int patience = Math.toIntExact(access.timeout().toMillis());
        byte[] sent = question.toWire();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(access.host(), access.port()), patience);
            socket.setSoTimeout(patience);
            OutputStream out = socket.getOutputStream();
            out.write(ByteBuffer.allocate(Short.BYTES + sent.length)
                    .putShort((short) sent.length)
                    .put(sent)
                    .array());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] bytes = in.readNBytes(in.readUnsignedShort());
            Message heard = new Message(bytes);
            if (heard.getHeader().getID() != question.getHeader().getID()) {
                throw new IOException("the answer is to another question");
            }
            return new Heard(heard, bytes);
        }
    }
}
