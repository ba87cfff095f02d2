package cutover.probe.dns;

import static cutover.probe.dns.Asked.WWW;
import static cutover.probe.dns.Asked.answered;
import static cutover.probe.dns.Asked.hasty;
import static cutover.probe.dns.Asked.patient;
import static cutover.probe.dns.Asked.silent;
import static cutover.probe.dns.Messages.answer;
import static cutover.probe.dns.Messages.record;
import static cutover.probe.dns.Messages.truncated;
import static cutover.probe.dns.Messages.withId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cutover.probe.dns.Silent.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

class DnsProbeTest {

    private static final Record ADDRESS = record("www.example.test 60 A 192.0.2.1");

    private static Query udp(Responder server) {
        return Query.authoritative(server.server(), WWW);
    }

    private static Query tcp(Responder server) {
        return new Query(server.server(), WWW, Transport.TCP, false, false);
    }

    private static Message www(Message query) {
        return answer(query, ADDRESS);
    }

    @Test
    void oneDatagramEachWayTellsAllThatTheServerSaid() throws IOException {
        try (Responder server = Responder.of(DnsProbeTest::www)) {
            Answered seen = answered(patient().ask(udp(server)));
            assertThat(seen.transport()).isEqualTo(Transport.UDP);
            assertThat(seen.rcode()).isEqualTo("NOERROR");
            assertThat(seen.aa()).isTrue();
            assertThat(seen.ra()).isFalse();
            assertThat(seen.records()).containsExactly(new Resource("www.example.test", "A", 60, "192.0.2.1"));
            assertThat(seen.bytes()).isEqualTo(50);
            assertThat(seen.ignored()).isZero();
            assertThat(server.overTcp()).isEmpty();
        }
    }

    @Test
    void oneConnectionTellsTheSame() throws IOException {
        try (Responder server = Responder.of(DnsProbeTest::www)) {
            Answered seen = answered(patient().ask(tcp(server)));
            assertThat(seen.transport()).isEqualTo(Transport.TCP);
            assertThat(seen.records()).extracting(Resource::data).containsExactly("192.0.2.1");
            assertThat(server.overUdp()).isEmpty();
        }
    }

    @Test
    void recursionAndSignaturesAreAskedForOnlyWhenWanted() throws IOException {
        try (Responder server = Responder.of(DnsProbeTest::www)) {
            patient().ask(server.server(), WWW, Transport.UDP, false, false);
            patient().ask(server.server(), WWW, Transport.UDP, true, true);
            assertThat(server.overUdp())
                    .extracting(query -> query.getHeader().getFlag(Flags.RD))
                    .containsExactly(false, true);
            assertThat(server.overUdp())
                    .extracting(query -> query.getOPT().getFlags() & ExtendedFlags.DO)
                    .containsExactly(0, ExtendedFlags.DO);
        }
    }

    @Test
    void nobodyCanGuessIdAndPort() throws IOException {
        try (Responder server = Responder.of(DnsProbeTest::www)) {
            IntStream.range(0, 20).forEach(i -> patient().ask(udp(server)));
            List<Integer> ids = server.overUdp().stream()
                    .map(each -> each.getHeader().getID())
                    .toList();
            assertThat(new HashSet<>(ids)).hasSizeGreaterThan(15);
            assertThat(new HashSet<>(server.ports())).hasSizeGreaterThan(5);
        }
    }

    @Test
    void nothingIsRemembered() throws IOException {
        try (Responder server = Responder.of(DnsProbeTest::www)) {
            patient().askAll(List.of(udp(server), udp(server), udp(server)));
            assertThat(server.overUdp()).hasSize(3);
        }
    }

    @Test
    void aCutAnswerIsFetchedOverTcp() throws IOException {
        try (Responder server = Responder.both(
                query -> List.of(truncated(query).toWire()),
                (query, out) -> out.write(Responder.framed(www(query).toWire())))) {
            Answered seen = answered(patient().ask(udp(server)));
            assertThat(seen.query().transport()).isEqualTo(Transport.UDP);
            assertThat(seen.transport()).isEqualTo(Transport.TCP);
            assertThat(seen.tc()).isFalse();
            assertThat(seen.records()).hasSize(1);
        }
    }

    @Test
    void aCutAnswerThatEndsInTheMiddleOfARecordIsFetchedOverTcpToo() throws IOException {
        try (Responder server = Responder.both(
                query -> {
                    Message cut = truncated(query);
                    cut.addRecord(ADDRESS, Section.ANSWER);
                    byte[] bytes = cut.toWire();
                    return List.of(Arrays.copyOf(bytes, bytes.length - 3));
                },
                (query, out) -> out.write(Responder.framed(www(query).toWire())))) {
            assertThat(answered(patient().ask(udp(server))).transport()).isEqualTo(Transport.TCP);
        }
    }

    @Test
    void aCutAnswerWithoutTcpIsNoAnswer() throws IOException {
        try (Responder server = Responder.udp(query -> List.of(truncated(query).toWire()))) {
            Silent seen = silent(patient().ask(udp(server)));
            assertThat(seen.kind()).isEqualTo(Kind.CLOSED);
            assertThat(seen.transport()).isEqualTo(Transport.TCP);
            assertThat(seen.detail())
                    .isEqualTo("after an answer over UDP that was cut: the server hung up, nothing had come");
        }
    }

    @Test
    void anAnswerUnderAnotherIdIsPassedOverAndCounted() throws IOException {
        try (Responder server = Responder.udp(query -> List.of(
                withId(
                                answer(query, record("www.example.test 60 A 203.0.113.66")),
                                query.getHeader().getID() + 1)
                        .toWire(),
                www(query).toWire()))) {
            Answered seen = answered(patient().ask(udp(server)));
            assertThat(seen.records()).extracting(Resource::data).containsExactly("192.0.2.1");
            assertThat(seen.ignored()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerToAnotherQuestionIsPassedOverAndCounted() throws IOException {
        try (Responder server = Responder.udp(query -> {
            Message other = new Message(query.getHeader().getID());
            other.getHeader().setFlag(Flags.QR);
            other.addRecord(Record.newRecord(Names.absolute("evil.example.test"), 1, 1), Section.QUESTION);
            return List.of(other.toWire(), new byte[0], new byte[1], www(query).toWire());
        })) {
            Answered seen = answered(patient().ask(udp(server)));
            assertThat(seen.records()).hasSize(1);
            assertThat(seen.ignored()).isEqualTo(3);
        }
    }

    @Test
    void aServerThatOnlyEchoesHasNotAnswered() throws IOException {
        try (Responder server = Responder.udp(query -> List.of(query.toWire()))) {
            Silent seen = silent(hasty().ask(udp(server)));
            assertThat(seen.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(seen.ignored()).isEqualTo(server.overUdp().size());
            assertThat(seen.detail()).endsWith("ignored, the last one for no answer to a question");
        }
    }

    @Test
    void bytesThatAreNoMessageAreTold() throws IOException {
        try (Responder server = Responder.udp(query -> {
            byte[] bytes = www(query).toWire();
            return List.of(Arrays.copyOf(bytes, bytes.length - 5));
        })) {
            assertThat(silent(patient().ask(udp(server))).kind()).isEqualTo(Kind.MALFORMED);
        }
    }

    @Test
    void noBytesWhateverTheyAreMakeTheProbeFail() throws IOException {
        java.util.Random chance = new java.util.Random(4711);
        try (Responder server = Responder.udp(query -> {
            byte[] bytes = www(query).toWire();
            for (int i = 0; i < 12; i++) {
                bytes[2 + chance.nextInt(bytes.length - 2)] = (byte) chance.nextInt(256);
            }
            return List.of(bytes, www(query).toWire());
        })) {
            DnsSettings settings = new DnsSettings(Duration.ofSeconds(20), 1, 20, Clock.systemUTC());
            List<DnsObservation> seen = new DnsProbe(settings)
                    .askAll(IntStream.range(0, 500).mapToObj(i -> udp(server)).toList());
            assertThat(seen)
                    .hasSize(500)
                    .noneMatch(each -> each.outcome().startsWith("timed out"))
                    .anySatisfy(each -> assertThat(each).isInstanceOf(Answered.class))
                    .anySatisfy(each -> assertThat(silent(each).kind()).isEqualTo(Kind.MALFORMED));
        }
    }

    @Test
    void aLargeAnswerComesWhole() throws IOException {
        Record[] many = IntStream.range(0, 4_000)
                .mapToObj(i -> record("www.example.test 60 A 10.1." + i / 250 + "." + i % 250))
                .toArray(Record[]::new);
        try (Responder server = Responder.tcp(
                (query, out) -> out.write(Responder.framed(answer(query, many).toWire(65_535))))) {
            Answered seen = answered(patient().ask(tcp(server)));
            assertThat(seen.records()).hasSize(4_000);
            assertThat(seen.bytes()).isGreaterThan(64_000);
        }
    }

    @Test
    void anAnswerInManyPiecesComesWhole() throws IOException {
        try (Responder server = Responder.tcp((query, out) -> {
            for (byte one : Responder.framed(www(query).toWire())) {
                out.write(one);
                out.flush();
            }
        })) {
            assertThat(answered(patient().ask(tcp(server))).records()).hasSize(1);
        }
    }

    @Test
    void messagesBeforeTheRightOneArePassedOver() throws IOException {
        try (Responder server = Responder.tcp((query, out) -> {
            out.write(Responder.framed(
                    withId(www(query), query.getHeader().getID() + 1).toWire()));
            out.write(Responder.framed(new byte[0]));
            out.write(Responder.framed(www(query).toWire()));
        })) {
            assertThat(answered(patient().ask(tcp(server))).ignored()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatNeverStopsSendingIsLeft() throws IOException {
        try (Responder server = Responder.tcp((query, out) -> {
            while (true) {
                out.write(Responder.framed(new byte[900]));
            }
        })) {
            Silent seen = silent(hasty().ask(tcp(server)));
            assertThat(seen.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(seen.ignored()).isPositive();
        }
    }

    @Test
    void aServerThatHangsUpInTheMiddleIsTold() throws IOException {
        try (Responder server = Responder.tcp((query, out) -> out.write(0))) {
            Silent seen = silent(patient().ask(tcp(server)));
            assertThat(seen.kind()).isEqualTo(Kind.CLOSED);
            assertThat(seen.detail()).isEqualTo("the server hung up, half a length had come");
        }
        try (Responder server = Responder.tcp((query, out) ->
                out.write(Arrays.copyOf(Responder.framed(www(query).toWire()), 12)))) {
            assertThat(silent(patient().ask(tcp(server))).detail())
                    .isEqualTo("the server hung up, 10 of 50 bytes of a message had come");
        }
    }

    @Test
    void aServerThatStopsInTheMiddleIsTold() throws IOException {
        try (Responder server = Responder.patient((query, out) -> {
            out.write(new byte[] {0, 50, 1, 2, 3});
            out.flush();
        })) {
            Silent seen = silent(hasty().ask(tcp(server)));
            assertThat(seen.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(seen.detail()).isEqualTo("connected over TCP, 3 of 50 bytes of a message had come");
        }
    }

    @Test
    void noConnectionStandsAfterwards() throws IOException {
        Responder.Talk garbled = (query, out) -> {
            out.write(Responder.framed(Arrays.copyOf(www(query).toWire(), 20)));
            out.flush();
        };
        Responder.Talk fine = (query, out) -> {
            out.write(Responder.framed(www(query).toWire()));
            out.flush();
        };
        for (Responder.Talk talk : List.of(garbled, fine, (Responder.Talk) (query, out) -> {})) {
            try (Responder server = Responder.patient(talk)) {
                hasty().askAll(Collections.nCopies(20, tcp(server)));
                assertThat(server.overTcp()).isNotEmpty();
                await().until(() -> server.connected() == 0);
            }
        }
    }

    @Test
    void nobodyAtThePortIsToldAtOnce() throws IOException {
        Responder gone = Responder.gone();
        List<DnsObservation> seen = patient().askAll(List.of(udp(gone), tcp(gone)));
        assertThat(seen).extracting(each -> silent(each).kind()).containsOnly(Kind.REFUSED_CONNECTION);
    }

    @Test
    void aSilentServerIsAskedAgainUnderTheSameId() throws IOException {
        try (Responder server = Responder.udp(query -> List.of())) {
            Silent seen = silent(hasty().ask(udp(server)));
            assertThat(seen.told()).isEqualTo("timed out: sent 3 times over UDP");
            assertThat(server.overUdp())
                    .extracting(query -> query.getHeader().getID())
                    .hasSize(3)
                    .containsOnly(server.overUdp().get(0).getHeader().getID());
        }
    }

    @Test
    void aClockThatStandsStillDoesNotHoldTheProbe() throws IOException {
        Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        try (Responder server = Responder.udp(query -> List.of())) {
            DnsProbe probe = new DnsProbe(new DnsSettings(Duration.ofMillis(10), still));
            assertThat(silent(probe.ask(udp(server))).kind()).isEqualTo(Kind.TIMED_OUT);
        }
    }

    @Test
    void anInterruptedRunSaysThatItDidNotAsk() throws IOException {
        try (Responder server = Responder.udp(query -> List.of())) {
            Thread.currentThread().interrupt();
            Silent seen = silent(patient().ask(udp(server)));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(seen.kind()).isEqualTo(Kind.NOT_ASKED);
            assertThat(seen.detail()).isEqualTo("interrupted");
        }
    }

    @Test
    void aServerThatKnowsNoExtensionsIsAskedWithoutThem() throws IOException {
        try (Responder server =
                Responder.of(query -> query.getOPT() == null ? www(query) : Messages.error(query, Rcode.FORMERR))) {
            assertThat(answered(patient().ask(udp(server))).records()).hasSize(1);
            assertThat(server.overUdp()).hasSize(2);
            Answered signed = answered(patient().ask(server.server(), WWW, Transport.UDP, false, true));
            assertThat(signed.rcode()).isEqualTo("FORMERR");
        }
    }

    @Test
    void pseudoRecordsAreNoResources() throws IOException {
        try (Responder server = Responder.of(query -> {
            Message answer = www(query);
            answer.addRecord(new OPTRecord(1_232, 0, 0), Section.ADDITIONAL);
            return answer;
        })) {
            assertThat(answered(patient().ask(udp(server))).additional()).isEmpty();
        }
    }

    @Test
    void anErrorMayComeWithoutTheQuestionAndAnAnswerMayNot() throws IOException {
        try (Responder server = Responder.udp(query -> {
            Message bare = new Message(query.getHeader().getID());
            bare.getHeader().setFlag(Flags.QR);
            byte[] ok = bare.toWire();
            bare.getHeader().setRcode(Rcode.REFUSED);
            return List.of(ok, bare.toWire());
        })) {
            Answered seen = answered(patient().ask(udp(server)));
            assertThat(seen.refused()).isTrue();
            assertThat(seen.ignored()).isEqualTo(1);
        }
    }

    @Test
    void aServerWithAnAddressOfVersion6IsAskedToo() throws IOException {
        InetAddress loopback = InetAddress.getByName("::1");
        assumeTrue(NetworkInterface.getByInetAddress(loopback) != null, "this machine has no loopback of IPv6");
        try (Responder server = Responder.of(loopback, DnsProbeTest::www)) {
            assertThat(patient().askAll(List.of(udp(server), tcp(server))))
                    .allSatisfy(each -> assertThat(answered(each).records()).hasSize(1));
            assertThat(server.server().told()).startsWith("ns.test ([::1]:");
        }
    }

    @Test
    void aTenthThatIsSilentHoldsNobodyUp() throws IOException {
        try (Responder good = Responder.of(DnsProbeTest::www);
                Responder better = Responder.of(DnsProbeTest::www);
                Responder mute = Responder.udp(query -> List.of())) {
            List<Query> queries = IntStream.range(0, 1_600)
                    .mapToObj(i -> udp(i % 10 == 0 ? mute : i % 2 == 0 ? good : better))
                    .toList();
            DnsSettings settings = new DnsSettings(Duration.ofSeconds(3), Clock.systemUTC());
            List<DnsObservation> seen = new DnsProbe(settings).askAll(queries);
            assertThat(seen).extracting(DnsObservation::query).isEqualTo(queries);
            assertThat(seen).filteredOn(Answered.class::isInstance).hasSize(1_440);
            assertThat(seen)
                    .filteredOn(Silent.class::isInstance)
                    .hasSize(160)
                    .allSatisfy(each -> assertThat(silent(each).kind()).isEqualTo(Kind.TIMED_OUT));
        }
    }

    @Test
    void moreQuestionsThanSocketsAreAskedInTurn() throws IOException {
        try (Responder server = Responder.of(DnsProbeTest::www)) {
            DnsSettings settings = new DnsSettings(Duration.ofSeconds(20), 1, 3, Clock.systemUTC());
            List<DnsObservation> seen = new DnsProbe(settings)
                    .askAll(IntStream.range(0, 100).mapToObj(i -> udp(server)).toList());
            assertThat(seen).hasSize(100).allSatisfy(each -> assertThat(each).isInstanceOf(Answered.class));
        }
    }

    @Test
    void nothingToAskIsNothingToSee() {
        assertThat(patient().askAll(List.of())).isEmpty();
    }

    @Test
    void whatIsNoQuestionIsRefusedBeforeAnythingIsSent() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Question("a..b", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question("bücher.example", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question("", "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question("example.test", "ANY"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question("example.test", "AXFR"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question("example.test", "NOSUCH"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NameServer("ns", InetSocketAddress.createUnresolved("ns", 53)));
        assertThat(new Question("WWW.Example.TEST.", "aaaa")).isEqualTo(new Question("www.example.test", "AAAA"));
        assertThat(new Question(".", "NS").name()).isEqualTo(".");
    }
}
