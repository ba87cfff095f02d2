package cutover.probe.tls;

import static cutover.probe.tls.Probes.NAME;
import static cutover.probe.tls.Probes.probe;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.tls.ProtocolAnswer.Stance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolsTest {

    private final Issued own = Issued.bySelf(Recipe.server(NAME));
    private final TlsProbe probe = probe(Issued.anchors(own));

    @Test
    void aServerOfTodayDeclinesTheOldOnes() throws Exception {
        try (Peer peer = TlsServers.showing(own)) {
            List<ProtocolAnswer> answers = probe.protocols(NAME, peer.address());
            assertThat(answers).extracting(ProtocolAnswer::protocol).containsExactly(Protocol.values());
            assertThat(stances(answers))
                    .containsExactly(Stance.DECLINED, Stance.DECLINED, Stance.ACCEPTED, Stance.ACCEPTED);
            assertThat(answers.get(0).detail()).endsWith(" ended the handshake with the alert protocol_version");
            assertThat(answers.get(3).detail()).startsWith("shook hands with TLS_");
        }
    }

    @Test
    void aServerOfOneVersionAcceptsThatOnly() throws Exception {
        try (Peer peer = TlsServers.speaking("TLSv1.2", own)) {
            assertThat(stances(probe.protocols(NAME, peer.address())))
                    .containsExactly(Stance.DECLINED, Stance.DECLINED, Stance.ACCEPTED, Stance.DECLINED);
        }
        try (Peer peer = TlsServers.speaking("TLSv1.3", own)) {
            assertThat(stances(probe.protocols(NAME, peer.address())))
                    .containsExactly(Stance.DECLINED, Stance.DECLINED, Stance.DECLINED, Stance.ACCEPTED);
        }
    }

    @Test
    void anOldServerIsHeardThoughTheJdkForbidsIt() throws Exception {
        try (Peer peer = new Peer(caller -> answer(caller, 0x0302))) {
            List<ProtocolAnswer> answers = probe.protocols(NAME, peer.address());
            assertThat(stances(answers)).startsWith(Stance.ACCEPTED, Stance.ACCEPTED, Stance.DECLINED);
            assertThat(stances(answers).get(3)).isNotEqualTo(Stance.ACCEPTED);
            assertThat(answers.get(1).detail()).isEqualTo("a hello by hand was answered in TLSv1.1");
        }
    }

    @Test
    void anotherVersionThanTheOneAskedForIsADecline() throws Exception {
        try (Peer peer = Peer.answering(ServerHello.in(0x0301))) {
            List<ProtocolAnswer> answers = probe.protocols(NAME, peer.address());
            assertThat(stances(answers).subList(0, 2)).containsExactly(Stance.ACCEPTED, Stance.DECLINED);
            assertThat(answers.get(1).detail()).isEqualTo("a hello by hand was answered in TLSv1");
        }
    }

    @Test
    void aWarningBeforeTheAnswerIsNoAnswer() throws Exception {
        byte[] both = ByteBuffer.allocate(54)
                .put(new byte[] {21, 3, 1, 0, 2, 1, 112})
                .put(ServerHello.in(0x0301))
                .array();
        try (Peer peer = Peer.answering(both)) {
            assertThat(stances(probe.protocols(NAME, peer.address())).get(0)).isEqualTo(Stance.ACCEPTED);
        }
    }

    @Test
    void hangingUpIsADeclineOnlyBesideAnAcceptedVersion() throws Exception {
        try (Peer peer = new Peer(caller -> {
            if (version(Peer.hear(caller)) == 0x0301) {
                caller.getOutputStream().write(ServerHello.in(0x0301));
            }
        })) {
            assertThat(stances(probe.protocols(NAME, peer.address())))
                    .containsExactly(Stance.ACCEPTED, Stance.DECLINED, Stance.DECLINED, Stance.DECLINED);
        }
        try (Peer peer = new Peer(Peer::hear)) {
            assertThat(stances(probe.protocols(NAME, peer.address()))).containsOnly(Stance.UNKNOWN);
        }
    }

    @Test
    void withoutTlsNothingIsKnown() throws Exception {
        try (Peer peer = Peer.answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            List<ProtocolAnswer> answers = probe.protocols(NAME, peer.address());
            assertThat(stances(answers)).containsOnly(Stance.UNKNOWN);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.detail()).contains("speaks HTTP without TLS"));
        }
    }

    @Test
    void aClosedPortIsUnknown() throws Exception {
        InetSocketAddress left;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            left = (InetSocketAddress) socket.getLocalSocketAddress();
        }
        assertThat(stances(probe.protocols(NAME, left))).containsOnly(Stance.UNKNOWN);
    }

    @Test
    void silenceIsUnknown() throws Exception {
        TlsProbe impatient = probe(Issued.anchors(own), Duration.ofMillis(100));
        try (Peer peer = new Peer(Peer::wait)) {
            assertThat(stances(impatient.protocols(NAME, peer.address()))).containsOnly(Stance.UNKNOWN);
        }
    }

    @Test
    void aServerThatDemandsACertificateOfTheClientAcceptsTheVersionAllTheSame() throws Exception {
        try (Peer peer = TlsServers.with(parameters -> parameters.setNeedClientAuth(true), own)) {
            assertThat(stances(probe.protocols(NAME, peer.address())))
                    .containsExactly(Stance.DECLINED, Stance.DECLINED, Stance.ACCEPTED, Stance.ACCEPTED);
        }
    }

    @Test
    void theNameIsIndicatedByHandToo() {
        byte[] hello = OldHello.bytes(Protocol.TLS_1_1, ServerName.indicated(NAME));
        assertThat(new String(hello, StandardCharsets.ISO_8859_1)).contains(NAME);
        assertThat(OldHello.bytes(Protocol.TLS_1_1, ServerName.indicated("192.0.2.1")))
                .hasSize(hello.length - NAME.length() - 9);
    }

    /** Accepts this version and all before it, as old servers do. */
    private static void answer(Socket caller, int newest) throws IOException {
        int asked = version(Peer.hear(caller));
        caller.getOutputStream().write(ServerHello.in(Math.min(asked, newest)));
    }

    private static int version(byte[] hello) {
        return ByteBuffer.wrap(hello).getShort(4);
    }

    private static List<Stance> stances(List<ProtocolAnswer> answers) {
        return answers.stream().map(ProtocolAnswer::stance).toList();
    }
}
