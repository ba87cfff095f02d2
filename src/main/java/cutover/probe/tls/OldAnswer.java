package cutover.probe.tls;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.net.ssl.SSLException;

/** Reads what a server says to an {@link OldHello}: its own hello, or an alert (RFC 5246, 7.2 and 7.4.1.3). */
final class OldAnswer {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int WARNING = 1;
    private static final int MOST_FRAGMENT = 16_384;

    private final DataInputStream in;
    private final Protocol asked;

    OldAnswer(InputStream in, Protocol asked) {
        this.in = new DataInputStream(in);
        this.asked = asked;
    }

    /** @throws SSLException for what is not TLS, or for an alert, in the words that the JDK would use */
    ProtocolAnswer read() throws IOException {
        int type = in.readUnsignedByte();
        in.readUnsignedShort();
        int length = in.readUnsignedShort();
        if (type == ALERT && length == 2) {
            return alerted();
        }
        if (type != HANDSHAKE || length < 6 || length > MOST_FRAGMENT || in.readUnsignedByte() != SERVER_HELLO) {
            throw new SSLException("neither a hello nor an alert");
        }
        in.skipNBytes(3);
        return chosen(in.readUnsignedShort());
    }

    private ProtocolAnswer chosen(int number) {
        String version = Protocol.of(number).map(Protocol::told).orElse("version %04x".formatted(number));
        return number == asked.number()
                ? ProtocolAnswer.accepted(asked, "a hello by hand was answered in " + version)
                : ProtocolAnswer.declined(asked, "a hello by hand was answered in " + version);
    }

    // a warning, unrecognized_name as a rule, is followed by the answer proper
    private ProtocolAnswer alerted() throws IOException {
        int level = in.readUnsignedByte();
        int description = in.readUnsignedByte();
        if (level == WARNING && description != 0) {
            return read();
        }
        throw new SSLException("Received fatal alert: " + Alerts.name(description));
    }
}
