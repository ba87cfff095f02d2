package cutover.twin.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldServerTest {

    private static final List<String> NAMES = List.of("localhost", "127.0.0.1");
    // TLS 1.0, one cipher suite: 0xc009
    private static final byte[] OLD_HELLO = HexFormat.of()
            .parseHex("160301002d" + "01000029" + "0301" + "00".repeat(32) + "00" + "0002" + "c009" + "0100");

    private Doorstep doorstep;

    @BeforeEach
    void open() {
        doorstep = new Doorstep();
    }

    @AfterEach
    void close() {
        doorstep.close();
    }

    @Test
    void theOldServerShowsTheCertificatesOfTheDoor() throws Exception {
        doorstep.door().speak("TLSv1", "TLSv1.2");
        Identity identity =
                doorstep.authority().certificate(NAMES).inWrongOrder().issued();
        doorstep.show(identity);

        String answer = HexFormat.of().formatHex(doorstep.said(OLD_HELLO));

        assertThat(identity.chain())
                .hasSize(3)
                .allSatisfy(each -> assertThat(answer).containsOnlyOnce(hex(each)));
    }

    @Test
    void theOldServersKeyExchangeIsSignedByTheKeyOfItsCertificate() throws Exception {
        doorstep.door().speak("TLSv1");
        Identity identity = doorstep.authority().identity(NAMES);
        doorstep.show(identity);

        byte[] answer = doorstep.said(OLD_HELLO);

        Signature signature = Signature.getInstance("SHA1withECDSA");
        signature.initVerify(identity.chain().get(0));
        signature.update(new byte[32]);
        signature.update(answer, 11, 32);
        ByteBuffer exchange = message(answer, 12);
        byte[] offered = new byte[4 + 65];
        exchange.get(offered);
        signature.update(offered);
        byte[] signed = new byte[exchange.getShort()];
        exchange.get(signed);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void theOldServerTellsWhoAsksThatItRenegotiatesSecurely() throws Exception {
        doorstep.door().speak("TLSv1");
        byte[] asking = HexFormat.of()
                .parseHex("160301002f" + "0100002b" + "0301" + "00".repeat(32) + "00" + "0004" + "c00900ff" + "0100");

        assertThat(message(doorstep.said(asking), 2).limit()).isEqualTo(38 + 7);
        assertThat(message(doorstep.said(OLD_HELLO), 2).limit()).isEqualTo(38);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @DisplayName("the old server understands a hello in pieces and ends with an alert")
    void theOldServerUnderstandsAHelloInPiecesAndEndsWithAnAlert(int minor) throws Exception {
        doorstep.door().speak("TLSv1", "TLSv1.1");
        byte[] hello = OLD_HELLO.clone();
        hello[10] = (byte) minor;
        try (Socket socket = doorstep.dialled();
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            for (byte each : hello) {
                out.write(each);
                out.flush();
            }
            assertThat(record(in)).startsWith(22, 3, minor);
            out.write(new byte[] {22, 3, (byte) minor, 0, 1, 16});
            assertThat(in.readAllBytes()).containsExactly(21, 3, minor, 0, 2, 2, 40);
        }
    }

    @Test
    void theOldServerRefusesWhoHasNoCipherOfItsKind() throws Exception {
        doorstep.door().speak("TLSv1");
        byte[] hello = OLD_HELLO.clone();
        hello[hello.length - 3] = 0x05;

        assertThat(doorstep.said(hello)).containsExactly(21, 3, 1, 0, 2, 2, 40);
    }

    private static byte[] record(InputStream in) throws IOException {
        byte[] header = in.readNBytes(5);
        byte[] content = in.readNBytes((header[3] & 0xff) << 8 | header[4] & 0xff);
        byte[] all = Arrays.copyOf(header, header.length + content.length);
        System.arraycopy(content, 0, all, header.length, content.length);
        return all;
    }

    /** The body of the one message of that type in the record. */
    private static ByteBuffer message(byte[] record, int type) {
        int at = 5;
        while (record[at] != type) {
            at += 4 + length(record, at);
        }
        return ByteBuffer.wrap(record, at + 4, length(record, at)).slice();
    }

    private static int length(byte[] record, int message) {
        return ByteBuffer.wrap(record, message, 4).getInt() & 0xff_ffff;
    }

    private static String hex(Certificate certificate) throws Exception {
        return HexFormat.of().formatHex(certificate.getEncoded());
    }
}
