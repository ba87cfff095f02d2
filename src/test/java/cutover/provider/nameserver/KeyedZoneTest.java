package cutover.provider.nameserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.provider.RecordSet;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** Servers that do not do as they should. */
class KeyedZoneTest {

    private static final RecordSet WANTED = new RecordSet("www.example.org", "A", 60, List.of("192.0.2.1"));
    private static final String SECRET = "c2VjcmV0LW9mLXRoZS1rZXk=";

    @Test
    void aYesWithoutTheKeysSignatureIsNone() throws Exception {
        assertThat(answered(KeyedZoneTest::yes)).endsWith("says yes, but does not sign that with our key");
    }

    @Test
    void troubleOfTheServersOwnIsNoRefusal() throws Exception {
        assertThat(answered(query -> coded(query, Rcode.SERVFAIL))).endsWith(" answers SERVFAIL");
        assertThat(answered(query -> coded(query, Rcode.NOTIMP)))
                .startsWith("it refuses our call with 4 NOTIMP: zone example.org at 127.0.0.1:")
                .endsWith("it does not do that");
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() throws Exception {
        assertThat(answered(query -> new Message((query.getHeader().getID() + 1) & 0xFFFF)))
                .contains(" does not answer: ")
                .endsWith("the answer is to another question");
    }

    @Test
    void nonsenseIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> new RecordSet("www.example.org", "A", 60, List.of("www")))
                .hasMessage("not the data of A: www");
        assertThatThrownBy(() -> RecordSet.none("www.example.org", "ADDRESS"))
                .hasMessage("not a type of records: ADDRESS");
        assertThatThrownBy(() -> RecordSet.none("a..b", "A")).hasMessage("not a name: a..b");
        assertThatThrownBy(() -> new ZoneAccess(
                        "127.0.0.1", 53, "example.org", "key", "hmac-rot13", () -> SECRET, Duration.ofSeconds(1)))
                .hasMessageStartingWith("not an algorithm of keys: hmac-rot13, known are [hmac-sha1");
    }

    @Test
    void theSecretStandsInNoText() {
        assertThat(access(53).toString()).isEqualTo("zone example.org at 127.0.0.1:53");
        assertThat(new KeyedZone(access(53), Clock.systemUTC())).hasToString("zone example.org at 127.0.0.1:53");
    }

    /** What a change comes to at a server that answers once like that. */
    private static String answered(UnaryOperator<Message> answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(server, answer));
            String trouble = new KeyedZone(access(server.getLocalPort()), Clock.systemUTC())
                    .replace(WANTED)
                    .trouble();
            served.join();
            return trouble;
        }
    }

    private static void serve(ServerSocket server, UnaryOperator<Message> answer) {
        try (Socket socket = server.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] reply = answer.apply(new Message(in.readNBytes(in.readUnsignedShort())))
                    .toWire();
            socket.getOutputStream().write(new byte[] {(byte) (reply.length >> 8), (byte) reply.length});
            socket.getOutputStream().write(reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message yes(Message query) {
        return coded(query, Rcode.NOERROR);
    }

    private static Message coded(Message query, int code) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(code);
        return reply;
    }

    private static ZoneAccess access(int port) {
        return new ZoneAccess(
                "127.0.0.1", port, "example.org", "key", "hmac-sha256", () -> SECRET, Duration.ofSeconds(10));
    }
}
