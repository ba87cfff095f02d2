package cutover.probe.dns;

import static cutover.probe.dns.Asked.answered;
import static cutover.probe.dns.Asked.patient;
import static cutover.probe.dns.Authority.soa;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

class AnsweredTest {

    private static final Authority EXAMPLE = new Authority(soa("example.test.", 7) + """
            example.test. NS ns1.example.test.
            www.example.test. A 192.0.2.1
            www.example.test. A 192.0.2.2
            alias.example.test. CNAME www.example.test.
            away.example.test. CNAME d1234.cdn.invalid.
            sub.example.test. NS ns.sub.example.test.
            """);

    private static Answered ask(Function<Message, Message> server, String name, String type) throws IOException {
        try (Responder responder = Responder.of(server)) {
            return answered(patient().ask(Query.authoritative(responder.server(), new Question(name, type))));
        }
    }

    @Test
    void aNameThatIsThereHasItsRecords() throws IOException {
        Answered seen = ask(EXAMPLE, "www.example.test", "A");
        assertThat(seen.records()).extracting(Resource::data).containsExactlyInAnyOrder("192.0.2.1", "192.0.2.2");
        assertThat(seen.nodata()).isFalse();
        assertThat(seen.nxdomain()).isFalse();
        assertThat(seen.negativeTtl()).isEmpty();
    }

    @Test
    void aNameThatIsNotThereIsDeniedForTheLesserOfTwoTimes() throws IOException {
        Answered seen = ask(EXAMPLE, "nosuch.example.test", "A");
        assertThat(seen.nxdomain()).isTrue();
        assertThat(seen.nodata()).isFalse();
        // the SOA lives 900 s, its last field is 300
        assertThat(seen.negativeTtl()).contains(Duration.ofSeconds(300));
        assertThat(seen.soa()).map(Soa::serial).contains(7L);
    }

    @Test
    void aLifetimeOfTheSoaBelowItsLastFieldWins() throws IOException {
        Answered seen = ask(
                query -> Messages.nxdomain(
                        query, Messages.record("example.test 30 SOA ns.invalid. admin.invalid. 7 60 60 60 300")),
                "nosuch.example.test",
                "A");
        assertThat(seen.negativeTtl()).contains(Duration.ofSeconds(30));
    }

    @Test
    void aNameWithoutThatTypeHasNoData() throws IOException {
        Answered seen = ask(EXAMPLE, "www.example.test", "AAAA");
        assertThat(seen.nodata()).isTrue();
        assertThat(seen.lame()).isFalse();
        assertThat(seen.negativeTtl()).contains(Duration.ofSeconds(300));
    }

    @Test
    void aDelegationIsNeitherNoDataNorTheServersFault() throws IOException {
        Answered seen = ask(EXAMPLE, "www.sub.example.test", "A");
        assertThat(seen.referral()).isTrue();
        assertThat(seen.nodata()).isFalse();
        assertThat(seen.negativeTtl()).isEmpty();
    }

    @Test
    void aChainThatLeavesTheZoneHasNoDataYet() throws IOException {
        Answered seen = ask(EXAMPLE, "away.example.test", "A");
        assertThat(seen.chain()).containsExactly("away.example.test", "d1234.cdn.invalid");
        assertThat(seen.records()).isEmpty();
        assertThat(seen.nodata()).isFalse();
    }

    @Test
    void aChainIsFollowedToItsEndInAnyOrderAndCase() throws IOException {
        Answered seen = ask(
                query -> Messages.answer(
                        query,
                        Messages.record("c.Example.test 60 A 192.0.2.3"),
                        Messages.record("B.example.test 60 CNAME C.example.test"),
                        Messages.record("A.example.test 60 CNAME b.EXAMPLE.test")),
                "a.example.test",
                "A");
        assertThat(seen.chain()).containsExactly("a.example.test", "b.example.test", "c.example.test");
        assertThat(seen.records()).extracting(Resource::data).containsExactly("192.0.2.3");
        assertThat(seen.rrset("A.EXAMPLE.test.", "cname"))
                .extracting(Resource::data)
                .containsExactly("b.example.test");
    }

    @Test
    void aChainInARingEnds() throws IOException {
        Answered seen = ask(
                query -> Messages.answer(
                        query, Messages.record("a.test 60 CNAME b.test"), Messages.record("b.test 60 CNAME a.test")),
                "a.test",
                "A");
        assertThat(seen.chain()).containsExactly("a.test", "b.test");
    }

    @Test
    void anAliasItselfCanBeAskedFor() throws IOException {
        Answered seen = ask(EXAMPLE, "alias.example.test", "CNAME");
        assertThat(seen.records()).extracting(Resource::data).containsExactly("www.example.test");
        assertThat(seen.nodata()).isFalse();
    }

    @Test
    void errorsOfTheServerHaveTheirNames() throws IOException {
        assertThat(ask(query -> Messages.error(query, Rcode.SERVFAIL), "a.test", "A")
                        .servfail())
                .isTrue();
        assertThat(ask(EXAMPLE, "www.elsewhere.test", "A").refused()).isTrue();
        assertThat(ask(query -> Messages.error(query, Rcode.SERVFAIL), "a.test", "A")
                        .lame())
                .isFalse();
    }

    @Test
    void aServerWithoutAuthorityAndAnswerIsLame() throws IOException {
        Answered seen = ask(query -> Messages.error(query, Rcode.NOERROR), "www.example.test", "A");
        assertThat(seen.lame()).isTrue();
        assertThat(seen.aa()).isFalse();
    }

    @Test
    void flagsOfAResolverAreTold() throws IOException {
        Answered seen = ask(
                query -> {
                    Message answer = Messages.answer(query, Messages.record("a.test 60 A 192.0.2.1"));
                    answer.getHeader().unsetFlag(Flags.AA);
                    answer.getHeader().setFlag(Flags.RA);
                    answer.getHeader().setFlag(Flags.AD);
                    return answer;
                },
                "a.test",
                "A");
        assertThat(seen.aa()).isFalse();
        assertThat(seen.ra()).isTrue();
        assertThat(seen.ad()).isTrue();
    }
}
