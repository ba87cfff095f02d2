package cutover.probe.tls;

import static cutover.probe.tls.Probes.NAME;
import static cutover.probe.tls.Probes.probe;
import static cutover.probe.tls.Probes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.tls.Refused.Kind;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedTest {

    private final Issued own = Issued.bySelf(Recipe.server(NAME));
    private final TlsProbe patient = probe(Issued.anchors(own));
    private final TlsProbe impatient = probe(Issued.anchors(own), Duration.ofMillis(300));

    @Test
    void nobodyListens() throws Exception {
        InetSocketAddress left;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            left = (InetSocketAddress) socket.getLocalSocketAddress();
        }
        Refused seen = refused(patient.look(NAME, left));
        assertThat(seen.kind()).isEqualTo(Kind.PORT_CLOSED);
        assertThat(seen.sentence()).isEqualTo(NAME + " at 127.0.0.1:" + left.getPort() + " refused the connection");
        assertThat(seen.chain()).isEmpty();
        assertThat(seen.alert()).isEmpty();
    }

    @Test
    void silenceEnds() throws Exception {
        try (Peer peer = new Peer(Peer::wait)) {
            Refused seen = refused(impatient.look(NAME, peer.address()));
            assertThat(seen.kind()).isEqualTo(Kind.SILENT);
            assertThat(seen.sentence()).endsWith(" took the connection and said nothing for 300 ms");
        }
    }

    @Test
    void plainHttpIsNamed() throws Exception {
        try (Peer peer = Peer.answering("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n<html>")) {
            Refused seen = refused(patient.look(NAME, peer.address()));
            assertThat(seen.kind()).isEqualTo(Kind.PLAIN_HTTP);
            assertThat(seen.sentence()).endsWith(" speaks HTTP without TLS, it answered \"HTTP/1.1 400 Bad Request\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"SSH-2.0-OpenSSH_9.2, SSH-2.0-OpenSSH_9.2", "\u00c1\u0081garbage, ..garbage", "x, x"})
    void garbageIsNotTls(String said, String told) throws Exception {
        try (Peer peer = Peer.answering(said + "\r\n")) {
            Refused seen = refused(patient.look(NAME, peer.address()));
            assertThat(seen.kind()).isEqualTo(Kind.NOT_TLS);
            assertThat(seen.sentence()).endsWith(" does not speak TLS, it answered \"" + told + "\"");
        }
    }

    @Test
    void garbageInARecordIsIncompatible() throws Exception {
        try (Peer peer = Peer.answering(new byte[] {22, 3, 3, 0, 4, 99, 0, 0, 0})) {
            assertThat(refused(patient.look(NAME, peer.address())).kind()).isEqualTo(Kind.INCOMPATIBLE);
        }
    }

    @Test
    void garbageWithoutEndIsCutOff() throws Exception {
        try (Peer peer = new Peer(caller -> {
            Peer.hear(caller);
            OutputStream out = caller.getOutputStream();
            for (byte[] line = "noise\r\n".getBytes(StandardCharsets.US_ASCII); ; ) {
                out.write(line);
            }
        })) {
            assertThat(refused(patient.look(NAME, peer.address())).kind()).isEqualTo(Kind.NOT_TLS);
        }
    }

    @Test
    void aHandshakeMessageWithoutEndIsCutOff() throws Exception {
        byte[] hello = {22, 3, 3, 0x40, 0, 2, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        byte[] more = new byte[0x4000 - 4];
        byte[] next = {22, 3, 3, 0x40, 0, 0, 0, 0, 0};
        try (Peer peer = new Peer(caller -> {
            Peer.hear(caller);
            OutputStream out = caller.getOutputStream();
            for (out.write(hello); ; out.write(next)) {
                out.write(more);
            }
        })) {
            assertThat(refused(patient.look(NAME, peer.address())).kind()).isIn(Kind.UNFINISHED, Kind.INCOMPATIBLE);
        }
    }

    @Test
    void aRecordThatNeverBecomesWholeIsUnfinished() throws Exception {
        try (Peer peer = new Peer(caller -> {
            caller.getOutputStream().write(new byte[] {22, 3, 3, 0x40, 0, 2});
            Peer.wait(caller);
        })) {
            Refused seen =
                    refused(probe(Issued.anchors(own), Duration.ofSeconds(2)).look(NAME, peer.address()));
            assertThat(seen.kind()).isEqualTo(Kind.UNFINISHED);
            assertThat(seen.sentence()).endsWith(" sent something, but no complete handshake within 2.0 s");
        }
    }

    @Test
    void hangingUpWithoutAReasonIsToldSo() throws Exception {
        try (Peer peer = new Peer(Peer::hear)) {
            Refused seen = refused(patient.look(NAME, peer.address()));
            assertThat(seen.kind()).isEqualTo(Kind.CLOSED_EARLY);
            assertThat(seen.sentence()).endsWith(" hung up during the handshake and gave no reason");
        }
    }

    @Test
    void aResetIsHangingUpToo() throws Exception {
        try (Peer peer = new Peer(caller -> {
            Peer.hear(caller);
            caller.setSoLinger(true, 0);
        })) {
            assertThat(refused(patient.look(NAME, peer.address())).kind()).isEqualTo(Kind.CLOSED_EARLY);
        }
    }

    @Test
    void aNameThatTheServerDoesNotKnowIsAnAlert() throws Exception {
        try (Peer peer = TlsServers.knowing("other.example.org", own)) {
            Refused seen = refused(patient.look(NAME, peer.address()));
            assertThat(seen.kind()).isEqualTo(Kind.ALERT);
            assertThat(seen.alert()).contains("unrecognized_name");
            assertThat(seen.sentence()).endsWith(" ended the handshake with the alert unrecognized_name");
        }
    }

    @Test
    void aWarningAboutTheNameEndsTheHandshakeOfJavaClients() throws Exception {
        try (Peer peer = Peer.answering(new byte[] {21, 3, 3, 0, 2, 1, 112})) {
            assertThat(refused(patient.look(NAME, peer.address())).alert()).contains("unrecognized_name");
        }
    }

    @Test
    void noCipherInCommonIsAHandshakeFailure() throws Exception {
        try (Peer peer = TlsServers.with(
                parameters -> {
                    parameters.setProtocols(new String[] {"TLSv1.2"});
                    parameters.setCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
                },
                own)) {
            assertThat(refused(patient.look(NAME, peer.address())).alert()).contains("handshake_failure");
        }
    }

    @Test
    void aServerThatDemandsACertificateOfTheClientHasShownItsOwn() throws Exception {
        try (Peer peer = TlsServers.with(
                parameters -> {
                    parameters.setProtocols(new String[] {"TLSv1.2"});
                    parameters.setNeedClientAuth(true);
                },
                own)) {
            Refused seen = refused(patient.look(NAME, peer.address()));
            // the alert is lost when the server has gone before we have written all
            assertThat(seen.kind()).isIn(Kind.ALERT, Kind.CLOSED_EARLY);
            assertThat(seen.chain()).isEqualTo(Issued.sent(own));
        }
    }

    @Test
    void anOldServerSpeaksOtherVersions() throws Exception {
        try (Peer peer = Peer.answering(ServerHello.in(0x0301))) {
            assertThat(refused(patient.look(NAME, peer.address())).kind()).isEqualTo(Kind.OTHER_VERSION);
        }
    }

    @Test
    void whatThisJvmForbidsIsNotTheirs() throws Exception {
        try (Peer peer = new Peer(Peer::wait)) {
            Attempt attempt =
                    new Attempt(NAME, peer.address(), Probes.settings(Issued.anchors(own), Duration.ofSeconds(30)));
            Handshake old = new Handshake(attempt, Optional.of(Protocol.TLS_1_0));
            TlsObservation seen = new Dial<TlsObservation>(old::over, refused -> refused).made(attempt);
            assertThat(refused(seen).kind()).isEqualTo(Kind.OWN_TROUBLE);
        }
    }

    @Test
    void anInterruptIsNotTheirsEither() throws Exception {
        try (Peer peer = new Peer(Peer::wait)) {
            Thread.currentThread().interrupt();
            TlsObservation seen = patient.look(NAME, peer.address());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(refused(seen).kind()).isEqualTo(Kind.OWN_TROUBLE);
        }
    }
}
