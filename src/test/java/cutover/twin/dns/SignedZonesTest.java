package cutover.twin.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

class SignedZonesTest {

    private static final String ZONE = "clearmyrecord.org.";

    private final Rig rig = new Rig();
    private final DnsWorld world = rig.world;
    private final Authority server = world.servers(ZONE).get(0);
    private final CachingResolver resolver = world.resolverThatValidates();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aSignatureVerifiesWithTheKeyThatTheParentVouchesFor() {
        world.sign(ZONE);
        DNSKEYRecord key = key();
        Record ds = rig.ask(world.server("a0.nic.example"), ZONE, "DS")
                .getSection(Section.ANSWER)
                .get(0);
        assertThat(ds).isEqualTo(new DSRecord(ds.getName(), ds.getDClass(), ds.getTTL(), DNSSEC.Digest.SHA256, key));
        RRset mail =
                rig.signed(server, ZONE, "MX").getSectionRRsets(Section.ANSWER).get(0);
        assertThat(mail.sigs()).hasSize(1);
        assertThatCode(() -> DNSSEC.verify(mail, mail.sigs().get(0), key, rig.clock.instant()))
                .doesNotThrowAnyException();
    }

    @Test
    void signaturesPastTheirTimeDoNotVerify() {
        world.expireSignatures(ZONE);
        RRset mail =
                rig.signed(server, ZONE, "MX").getSectionRRsets(Section.ANSWER).get(0);
        assertThatThrownBy(() -> DNSSEC.verify(mail, mail.sigs().get(0), key(), rig.clock.instant()))
                .isInstanceOf(DNSSEC.SignatureExpiredException.class);
        assertThat(rig.resolve(resolver, ZONE, "A").getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void signaturesComeOnlyToThoseWhoWantThem() {
        world.sign(ZONE);
        assertThat(Rig.types(rig.ask(server, ZONE, "A"), Section.ANSWER)).containsExactly("A");
        assertThat(Rig.types(rig.signed(server, ZONE, "A"), Section.ANSWER)).containsExactly("A", "RRSIG");
        assertThat(Rig.types(rig.signed(server, "no.clearmyrecord.org.", "A"), Section.AUTHORITY))
                .contains("NSEC", "SOA", "RRSIG");
    }

    @ParameterizedTest
    @CsvSource({
        "clearmyrecord.org., A, NOERROR",
        "clearmyrecord.org., SRV, NOERROR",
        "_dmarc.clearmyrecord.org., TXT, NOERROR",
        "nothing.clearmyrecord.org., A, NXDOMAIN",
        "www.clearmyrecord.org., A, NOERROR",
        "_domainkey.clearmyrecord.org., A, NOERROR",
    })
    void aResolverThatValidatesFindsASignedZoneSecure(String name, String type, String rcode) {
        world.sign(ZONE);
        Message reply = rig.securely(resolver, name, type);
        assertThat(Rcode.string(reply.getRcode())).isEqualTo(rcode);
        assertThat(Rig.flag(reply, Flags.AD)).isTrue();
    }

    @Test
    void aWildcardOfASignedZoneIsSecure() {
        world.sign(ZONE);
        world.wildcard(ZONE, "198.51.100.66");
        Message reply = rig.securely(resolver, "any.clearmyrecord.org.", "A");
        assertThat(Rig.data(reply)).containsExactly("198.51.100.66");
        assertThat(Rig.flag(reply, Flags.AD)).isTrue();
    }

    @Test
    void aZoneWithoutSignaturesIsAnsweredButNotSecure() {
        Message reply = rig.securely(resolver, ZONE, "A");
        assertThat(Rig.data(reply)).containsExactly("198.51.100.20");
        assertThat(Rig.flag(reply, Flags.AD)).isFalse();
    }

    @Test
    void nobodyIsToldOfSecurityWhoDidNotAsk() {
        world.sign(ZONE);
        assertThat(Rig.flag(rig.resolve(resolver, ZONE, "A"), Flags.AD)).isFalse();
        assertThat(Rig.flag(rig.securely(world.plainResolver(), ZONE, "A"), Flags.AD))
                .isFalse();
    }

    @Test
    void aDsLeftBehindIsDeadForThoseWhoValidateOnly() {
        world.leaveDsBehind(ZONE);
        assertThat(rig.resolve(resolver, ZONE, "A").getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(Rig.data(rig.resolve(world.plainResolver(), ZONE, "A"))).hasSize(1);
        Message query = Rig.question(ZONE, "A", true);
        query.getHeader().setFlag(Flags.CD);
        assertThat(Rig.data(Rig.send(Rig.client(resolver), query))).hasSize(1);
        world.unsign(ZONE);
        resolver.flush();
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "A"))).hasSize(1);
    }

    @Test
    void whatChangesIsSignedAnew() {
        world.sign(ZONE);
        world.edit(ZONE, zone -> zone.set("@", "A", 60, "198.51.100.77"));
        Message reply = rig.securely(resolver, ZONE, "A");
        assertThat(Rig.data(reply)).containsExactly("198.51.100.77");
        assertThat(Rig.flag(reply, Flags.AD)).isTrue();
    }

    @Test
    void whatIsSecureStaysSoWhileItCountsDown() {
        world.sign(ZONE);
        rig.securely(resolver, ZONE, "A");
        rig.clock.move(Duration.ofSeconds(20));
        Message reply = rig.securely(resolver, ZONE, "A");
        assertThat(Rig.ttls(reply)).isEqualTo(List.of(40L));
        assertThat(Rig.flag(reply, Flags.AD)).isTrue();
    }

    @Test
    void healingMendsTheParentsSignaturesAndTheResolvers() {
        world.expireSignatures("org");
        world.plainResolver().validate(true);
        world.plainResolver().lie("203.0.113.98");
        assertThat(rig.resolve(world.plainResolver(), ZONE, "A").getRcode()).isEqualTo(Rcode.SERVFAIL);
        world.heal();
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "A"))).hasSize(1);
        assertThat(rig.resolve(world.plainResolver(), "no.clearmyrecord.org.", "A")
                        .getRcode())
                .isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void nobodySignsForTheRoot() {
        assertThatThrownBy(() -> world.leaveDsBehind(".")).isInstanceOf(IllegalArgumentException.class);
        assertThat(rig.securely(resolver, "org.", "SOA").getRcode()).isEqualTo(Rcode.NOERROR);
    }

    private DNSKEYRecord key() {
        return (DNSKEYRecord)
                rig.ask(server, ZONE, "DNSKEY").getSection(Section.ANSWER).get(0);
    }
}
