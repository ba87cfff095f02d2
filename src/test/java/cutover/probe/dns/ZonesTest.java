package cutover.probe.dns;

import static cutover.probe.dns.Authority.soa;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;

class ZonesTest {

    private static final Question NAME = new Question("www.example.test", "A");

    private static Authority zone(int serial, String records) {
        return new Authority(soa("example.test.", serial) + "example.test. NS ns1.example.test.\n" + records);
    }

    private static Agreement compare(Question question, Responder... servers) {
        List<Query> queries = Stream.of(servers)
                .map(each ->
                        Query.authoritative(each.server("ns" + each.address().getPort()), question))
                .toList();
        return Zones.compare(Asked.patient().askAll(queries)).get(0);
    }

    private static Message www(Message query, String... lines) {
        return Messages.answer(query, Stream.of(lines).map(Messages::record).toArray(Record[]::new));
    }

    @Test
    void theSameRecordsInAnotherOrderAgree() throws IOException {
        try (Responder one = Responder.of(
                        query -> www(query, "www.example.test 60 A 192.0.2.1", "www.example.test 60 A 192.0.2.2"));
                Responder two = Responder.of(
                        query -> www(query, "WWW.example.test 60 A 192.0.2.2", "www.example.test 60 A 192.0.2.1"))) {
            Agreement seen = compare(NAME, one, two);
            assertThat(seen.sameRecords()).isTrue();
            assertThat(seen.sameTtls()).isTrue();
            assertThat(seen.sameSerial()).isTrue();
            assertThat(seen.unheard()).isEmpty();
        }
    }

    @Test
    void oneServerWithOneRecordMoreDoesNotAgree() throws IOException {
        try (Responder one = Responder.of(query -> www(query, "www.example.test 60 A 192.0.2.1"));
                Responder two = Responder.of(
                        query -> www(query, "www.example.test 60 A 192.0.2.1", "www.example.test 60 A 192.0.2.2"))) {
            Agreement seen = compare(NAME, one, two);
            assertThat(seen.sameRecords()).isFalse();
            assertThat(seen.told().get(0)).endsWith(": NOERROR [www.example.test A 192.0.2.1] ttl [60]");
        }
    }

    @Test
    void lifetimesThatDifferAreToldApartFromRecordsThatDo() throws IOException {
        try (Responder one = Responder.of(query -> www(query, "www.example.test 60 A 192.0.2.1"));
                Responder two = Responder.of(query -> www(query, "www.example.test 300 A 192.0.2.1"))) {
            Agreement seen = compare(NAME, one, two);
            assertThat(seen.sameRecords()).isTrue();
            assertThat(seen.sameTtls()).isFalse();
        }
    }

    @Test
    void anOldVersionOfTheZoneIsSeenInItsSerial() throws IOException {
        try (Responder one = Responder.of(zone(7, ""));
                Responder two = Responder.of(zone(6, ""))) {
            Agreement denied = compare(NAME, one, two);
            assertThat(denied.sameRecords()).isTrue();
            assertThat(denied.sameSerial()).isFalse();
            Agreement asked = compare(new Question("example.test", "SOA"), one, two);
            assertThat(asked.sameRecords()).isFalse();
            assertThat(asked.told().get(1)).endsWith(" ttl [900] serial 6");
        }
    }

    @Test
    void noSuchNameAndNoSuchTypeDoNotAgree() throws IOException {
        try (Responder one = Responder.of(zone(7, "www.example.test. TXT there\n"));
                Responder two = Responder.of(zone(7, ""))) {
            assertThat(compare(NAME, one, two).sameRecords()).isFalse();
        }
    }

    @Test
    void aServerThatDoesNotAnswerAgreesWithNobody() throws IOException {
        Responder gone = Responder.gone();
        Agreement seen = compare(NAME, gone, gone);
        assertThat(seen.unheard()).hasSize(2);
        assertThat(seen.sameRecords()).isFalse();
        assertThat(seen.sameTtls()).isFalse();
        assertThat(seen.sameSerial()).isFalse();
        assertThat(seen.told().get(0)).contains(": refused connection: ");
    }

    @Test
    void eachQuestionIsComparedOnItsOwn() throws IOException {
        try (Responder server = Responder.of(zone(7, "www.example.test. A 192.0.2.1\n"))) {
            Question text = new Question("www.example.test", "TXT");
            List<Agreement> seen = Zones.compare(Asked.patient()
                    .askAll(Stream.of(NAME, text, NAME)
                            .map(question -> Query.authoritative(server.server(), question))
                            .toList()));
            assertThat(seen).extracting(Agreement::question).containsExactly(NAME, text);
            assertThat(seen).extracting(each -> each.voices().size()).containsExactly(2, 1);
        }
    }

    @Test
    void twoSetsDifferInRecordsAndInLifetimes() {
        List<Resource> old = List.of(
                new Resource("example.test", "A", 300, "192.0.2.1"),
                new Resource("example.test", "MX", 300, "10 mail.example.test"),
                new Resource("example.test", "TXT", 300, "v=spf1 -all"));
        List<Resource> fresh = List.of(
                new Resource("example.test", "TXT", 300, "v=spf1 -all"),
                new Resource("example.test", "A", 60, "192.0.2.1"),
                new Resource("example.test", "CAA", 60, "0 issue \"ca.test\""));
        Difference seen = Zones.difference(old, fresh);
        assertThat(seen.none()).isFalse();
        assertThat(seen.onlyLeft()).containsExactly("example.test MX 10 mail.example.test");
        assertThat(seen.onlyRight()).containsExactly("example.test CAA 0 issue \"ca.test\"");
        assertThat(seen.ttls()).containsExactly("example.test A 192.0.2.1: [300] / [60]");
    }

    @Test
    void theSameSetsDoNotDiffer() {
        Resource one = new Resource("a.test", "A", 60, "192.0.2.1");
        Resource two = new Resource("b.test", "A", 60, "192.0.2.1");
        assertThat(Zones.difference(List.of(one, two, one), List.of(two, one)).none())
                .isTrue();
    }
}
