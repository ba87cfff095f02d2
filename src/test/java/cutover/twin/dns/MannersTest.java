package cutover.twin.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** What goes over the wires, well and badly. */
class MannersTest {

    private static final String NAME = "clearmyrecord.org.";

    private final Rig rig = new Rig();
    private final Authority server = rig.world.servers(NAME).get(0);
    private final RawClient raw = new RawClient(server);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aLongAnswerIsCutOverUdpAndWholeOverTcp() throws IOException {
        fill();
        Message cut = raw.udp(question("TXT"));
        assertThat(Rig.flag(cut, Flags.TC)).isTrue();
        assertThat(Rig.data(cut)).isEmpty();
        assertThat(Rig.data(raw.tcp(question("TXT")))).hasSize(9);
        assertThat(Rig.data(rig.ask(server, NAME, "TXT"))).hasSize(9);
    }

    @Test
    void moreFitsForAClientThatHasRoomForIt() throws IOException {
        fill();
        Message query = question("TXT");
        query.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
        Message whole = raw.udp(query);
        assertThat(Rig.flag(whole, Flags.TC)).isFalse();
        assertThat(Rig.data(whole)).hasSize(9);
        assertThat(whole.getOPT().getPayloadSize()).isEqualTo(1232);
    }

    @Test
    void noOptComesBackToAClientThatSentNone() throws IOException {
        assertThat(raw.udp(question("A")).getOPT()).isNull();
    }

    @Test
    void anUnknownVersionOfEdnsIsRefusedAsSuch() throws IOException {
        Message query = question("A");
        query.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
        assertThat(raw.udp(query).getRcode()).isEqualTo(Rcode.BADVERS);
    }

    @Test
    void severalQuestionsGoOverOneConnection() throws IOException {
        try (Socket socket = raw.connection()) {
            Message first = question("A");
            Message second = question("MX");
            for (Message query : List.of(first, second)) {
                RawClient.send(socket, query);
            }
            assertThat(RawClient.read(socket).getHeader().getID())
                    .isEqualTo(first.getHeader().getID());
            assertThat(RawClient.read(socket).getHeader().getID())
                    .isEqualTo(second.getHeader().getID());
        }
    }

    @Test
    void aQuestionInPiecesIsPutTogether() throws IOException {
        byte[] wire = question("A").toWire();
        try (Socket socket = raw.connection()) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(0);
            for (byte[] piece : List.of(new byte[] {(byte) wire.length}, wire)) {
                socket.getOutputStream().write(piece);
                socket.getOutputStream().flush();
            }
            assertThat(Rig.data(RawClient.read(socket))).containsExactly("198.51.100.20");
        }
    }

    @Test
    void whatIsNoQuestionIsAFormatErrorOrNothing() throws IOException {
        byte[] half = Arrays.copyOf(question("A").toWire(), Header.LENGTH + 3);
        assertThat(new Message(raw.packets(half, 1).get(0)).getRcode()).isEqualTo(Rcode.FORMERR);
        Message answer = question("A");
        answer.getHeader().setFlag(Flags.QR);
        assertThatThrownBy(() -> raw.unexpected(answer.toWire())).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void anotherKindOfRequestIsNotImplemented() throws IOException {
        Message query = question("A");
        query.getHeader().setOpcode(Opcode.NOTIFY);
        assertThat(raw.udp(query).getRcode()).isEqualTo(Rcode.NOTIMP);
    }

    @Test
    void aSilentServerSaysNothing() throws IOException {
        server.behave(Manner.SILENT);
        assertThatThrownBy(() -> raw.unexpected(question("A").toWire())).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> raw.unexpectedOverTcp(question("A"))).isInstanceOf(SocketTimeoutException.class);
        server.behave(Manner.WELL);
        assertThat(Rig.data(raw.udp(question("A")))).hasSize(1);
    }

    @Test
    void aServerCanBeSilentOverTcpOnly() throws IOException {
        server.behave(Manner.SILENT_OVER_TCP);
        assertThat(Rig.data(raw.udp(question("A")))).hasSize(1);
        assertThatThrownBy(() -> raw.unexpectedOverTcp(question("A"))).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aServerCanRefuse() {
        server.behave(Manner.REFUSING);
        assertThat(rig.ask(server, NAME, "A").getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void aServerCanFail() {
        server.behave(Manner.FAILING);
        assertThat(rig.ask(server, NAME, "A").getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void aLameServerHasNoAuthorityAndNoData() {
        server.behave(Manner.LAME);
        Message reply = rig.ask(server, NAME, "A");
        assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(Rig.flag(reply, Flags.AA)).isFalse();
        assertThat(Rig.data(reply)).isEmpty();
        assertThat(Rig.data(reply, Section.AUTHORITY)).isEmpty();
    }

    @Test
    void anAnswerWithAnotherIdCanComeFirst() throws IOException {
        server.behave(Manner.FOREIGN_ID_FIRST);
        Message query = question("A");
        List<byte[]> packets = raw.packets(query.toWire(), 2);
        assertThat(new Header(packets.get(0)).getID())
                .isNotEqualTo(query.getHeader().getID());
        assertThat(new Header(packets.get(1)).getID())
                .isEqualTo(query.getHeader().getID());
    }

    @Test
    void aServerCanCutEvenShortAnswers() throws IOException {
        server.behave(Manner.TRUNCATING);
        assertThat(Rig.flag(raw.udp(question("A")), Flags.TC)).isTrue();
        assertThat(Rig.data(raw.tcp(question("A")))).hasSize(1);
    }

    @Test
    void garbageHasTheRightIdAndCannotBeRead() throws IOException {
        server.behave(Manner.GARBAGE);
        Message query = question("A");
        byte[] packet = raw.packets(query.toWire(), 1).get(0);
        assertThat(new Header(packet).getID()).isEqualTo(query.getHeader().getID());
        assertThatThrownBy(() -> new Message(packet)).isInstanceOf(IOException.class);
    }

    @Test
    void anEndlessAnswerIsAnnouncedAsTheLongestThereIs() throws IOException {
        server.behave(Manner.ENDLESS);
        assertThat(Rig.flag(raw.udp(question("A")), Flags.TC)).isTrue();
        try (Socket socket = raw.connection()) {
            RawClient.send(socket, question("A"));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(in.readUnsignedShort()).isEqualTo(65_535);
            assertThat(in.readNBytes(20)).hasSize(20);
        }
    }

    @Test
    void aSlowServerAnswersAfterAWhileOverBothTransports() throws IOException {
        server.delay(Duration.ofMillis(1));
        assertThat(Rig.data(raw.udp(question("A")))).hasSize(1);
        assertThat(Rig.data(raw.tcp(question("A")))).hasSize(1);
        server.delay(Duration.ofHours(1));
        assertThatThrownBy(() -> raw.unexpected(question("A").toWire())).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void questionsAreCounted() {
        assertThat(server.asked()).isZero();
        rig.ask(server, NAME, "A");
        assertThat(server.asked()).isEqualTo(1);
    }

    private void fill() {
        String[] lines = IntStream.range(0, 8)
                .mapToObj(i -> "@ 300 TXT \"" + i + "x".repeat(200) + "\"")
                .toArray(String[]::new);
        rig.world.edit(NAME, zone -> zone.with(lines));
    }

    private static Message question(String type) {
        return Rig.question(NAME, type, false);
    }
}
