package cutover.twin.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** What the name servers answer from their zones. */
class ZonesTest {

    private final Rig rig = new Rig();
    private final DnsWorld world = rig.world;
    private final Authority fresh = world.servers("clearmyrecord.org").get(0);
    private final Authority old = world.servers("codeforamerica.org").get(1);

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clearmyrecord.org.                | A     | 60  | 198.51.100.20",
                "clearmyrecord.org.                | AAAA  | 60  | 2001:db8:100:0:0:0:0:20",
                "www.clearmyrecord.org.            | CNAME | 60  | d111111abcdef8.cloudfront.example.",
                "clearmyrecord.org.                | MX    | 300 | 10 mxa.mailgun.example.",
                "clearmyrecord.org.                | TXT   | 300 | \"v=spf1 include:include.mailgun.example ~all\"",
                "clearmyrecord.org.                | CAA   | 300 | 0 issue \"amazon.com\"",
                "clearmyrecord.org.                | NS    | 3600 | ns-1.awsdns-01.example.",
            })
    void eachTypeIsServedWithItsTimeToLive(String name, String type, long ttl, String first) {
        Message reply = rig.ask(fresh, name, type);
        assertThat(Rig.flag(reply, Flags.AA, Flags.QR)).isTrue();
        assertThat(Rig.data(reply).get(0)).isEqualTo(first);
        assertThat(Rig.ttls(reply)).containsOnly(ttl);
    }

    @Test
    void policiesOfMailAreServed() {
        assertThat(Rig.data(rig.ask(fresh, "_dmarc.clearmyrecord.org.", "TXT")).get(0))
                .contains("v=DMARC1");
        assertThat(Rig.data(rig.ask(fresh, "k1._domainkey.clearmyrecord.org.", "TXT"))
                        .get(0))
                .contains("k=rsa");
    }

    @Test
    void anAliasIsFollowedInsideItsZone() {
        Message reply = rig.ask(old, "www.clearmyrecord.codeforamerica.org.", "A");
        assertThat(Rig.types(reply, Section.ANSWER)).containsExactly("CNAME", "A");
        assertThat(Rig.data(reply)).containsExactly("clearmyrecord.codeforamerica.org.", "203.0.113.30");
    }

    @Test
    void anAliasIsNotFollowedOutOfItsZone() {
        assertThat(Rig.types(rig.ask(fresh, "www.clearmyrecord.org.", "A"), Section.ANSWER))
                .containsExactly("CNAME");
    }

    @Test
    void aNameThatIsNotThereIsDeniedWithTheSoa() {
        Message reply = rig.ask(fresh, "nothing.clearmyrecord.org.", "A");
        assertThat(reply.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(Rig.types(reply, Section.AUTHORITY)).containsExactly("SOA");
        assertThat(reply.getSection(Section.AUTHORITY).get(0).getTTL()).isEqualTo(60);
    }

    @Test
    void aTypeThatIsNotThereIsDeniedWithTheSoa() {
        Message reply = rig.ask(fresh, "_dmarc.clearmyrecord.org.", "A");
        assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(Rig.data(reply)).isEmpty();
        assertThat(Rig.types(reply, Section.AUTHORITY)).containsExactly("SOA");
    }

    @Test
    void aNameOnTheWayToALongerOneExists() {
        assertThat(rig.ask(fresh, "_domainkey.clearmyrecord.org.", "A").getRcode())
                .isEqualTo(Rcode.NOERROR);
    }

    @Test
    void zonesOfOthersAreRefused() {
        assertThat(rig.ask(fresh, "codeforamerica.org.", "A").getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void anyIsRefused() {
        assertThat(rig.ask(fresh, "clearmyrecord.org.", "ANY").getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void aWildcardAnswersWhateverIsNotThereUntilItIsTakenAway() {
        world.wildcard("clearmyrecord.org", "198.51.100.66");
        Message reply = rig.ask(fresh, "a.b.clearmyrecord.org.", "A");
        assertThat(Rig.data(reply)).containsExactly("198.51.100.66");
        assertThat(reply.getSection(Section.ANSWER).get(0).getName()).hasToString("a.b.clearmyrecord.org.");
        world.noWildcard("clearmyrecord.org");
        assertThat(rig.ask(fresh, "a.b.clearmyrecord.org.", "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void anAliasAtTheApexHidesMail() {
        world.aliasAtApex("clearmyrecord.org", "d111111abcdef8.cloudfront.example");
        assertThat(Rig.types(rig.ask(fresh, "clearmyrecord.org.", "MX"), Section.ANSWER))
                .containsExactly("CNAME");
        assertThat(Rig.types(rig.ask(fresh, "clearmyrecord.org.", "SOA"), Section.ANSWER))
                .containsExactly("SOA");
    }

    @Test
    void whoMayIssueCertificatesCanBeSet() {
        world.issuers("clearmyrecord.org", "letsencrypt.org");
        assertThat(Rig.data(rig.ask(fresh, "clearmyrecord.org.", "CAA")))
                .containsExactly("0 issue \"letsencrypt.org\"");
        world.issuers("clearmyrecord.org");
        assertThat(Rig.data(rig.ask(fresh, "clearmyrecord.org.", "CAA"))).isEmpty();
    }

    @Test
    void aChangeReachesAllServersWithTheNextSerial() {
        long serial = world.zone("clearmyrecord.org").serial();
        world.edit("clearmyrecord.org", zone -> zone.set("@", "A", 60, "198.51.100.77"));
        assertThat(world.servers("clearmyrecord.org")).hasSize(2).allSatisfy(server -> {
            assertThat(Rig.data(rig.ask(server, "clearmyrecord.org.", "A"))).containsExactly("198.51.100.77");
            assertThat(Rig.data(rig.ask(server, "clearmyrecord.org.", "SOA")).get(0))
                    .contains(" " + (serial + 1) + " ");
        });
    }

    @Test
    void aFrozenServerGoesOnWithTheVersionItHas() {
        Authority second = world.servers("clearmyrecord.org").get(1);
        second.freeze(true);
        world.edit("clearmyrecord.org", zone -> zone.set("@", "A", 60, "198.51.100.77"));
        assertThat(Rig.data(rig.ask(second, "clearmyrecord.org.", "A"))).containsExactly("198.51.100.20");
        second.freeze(false);
        world.transfer("clearmyrecord.org");
        assertThat(Rig.data(rig.ask(second, "clearmyrecord.org.", "A"))).containsExactly("198.51.100.77");
    }

    @Test
    void changesAddUpBesideAFrozenPrimary() {
        fresh.freeze(true);
        world.edit("clearmyrecord.org", zone -> zone.set("@", "A", 60, "198.51.100.77"));
        world.edit("clearmyrecord.org", zone -> zone.without("@", "AAAA"));
        Authority second = world.servers("clearmyrecord.org").get(1);
        assertThat(Rig.data(rig.ask(second, "clearmyrecord.org.", "A"))).containsExactly("198.51.100.77");
        assertThat(Rig.data(rig.ask(second, "clearmyrecord.org.", "AAAA"))).isEmpty();
        assertThat(Rig.data(rig.ask(fresh, "clearmyrecord.org.", "A"))).containsExactly("198.51.100.20");
    }

    @Test
    void oneServerAloneCanHaveAnotherVersion() {
        fresh.edit("clearmyrecord.org", zone -> zone.without("@", "AAAA").withSerial(5));
        assertThat(Rig.data(rig.ask(fresh, "clearmyrecord.org.", "AAAA"))).isEmpty();
        assertThat(fresh.zone("clearmyrecord.org").orElseThrow().serial()).isEqualTo(5);
        assertThat(Rig.data(rig.ask(world.servers("clearmyrecord.org").get(1), "clearmyrecord.org.", "AAAA")))
                .hasSize(1);
    }

    @Test
    void aZoneThatWasDroppedIsRefused() {
        fresh.drop("clearmyrecord.org");
        assertThat(rig.ask(fresh, "clearmyrecord.org.", "A").getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void aZoneWithoutAnyRecordIsServedAsSuch() {
        fresh.serve(Zone.of("clearmyrecord.org"));
        Message reply = rig.ask(fresh, "clearmyrecord.org.", "A");
        assertThat(Rig.data(reply)).isEmpty();
        assertThat(Rig.data(reply, Section.AUTHORITY)).isEmpty();
        assertThat(rig.ask(fresh, "www.clearmyrecord.org.", "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void aZoneCanBeRead() {
        Zone zone = Zone.of("small.example", "b 60 A 198.51.100.2", "@ 30 MX 5 b", "a 60 TXT \"A b\"");
        assertThat(zone.lines())
                .containsExactly(
                        "small.example. 30 MX 5 b.small.example.",
                        "a.small.example. 60 TXT \"A b\"",
                        "b.small.example. 60 A 198.51.100.2");
        assertThat(Zone.of(zone.origin(), zone.lines().toArray(String[]::new)).lines())
                .isEqualTo(zone.lines());
    }

    @Test
    void aNameInCapitalsIsTheSameName() {
        assertThat(Rig.data(rig.ask(fresh, "CLEARmyRecord.ORG.", "A"))).containsExactly("198.51.100.20");
    }

    @Test
    void theRegistrarStillHasTheOldContent() {
        assertThat(world.registrar()).hasSize(2).allSatisfy(server -> {
            assertThat(Rig.data(rig.ask(server, "clearmyrecord.org.", "A"))).containsExactly("203.0.113.80");
            assertThat(Rig.data(rig.ask(server, "www.clearmyrecord.org.", "CNAME")))
                    .containsExactly("clearmyrecord.org.");
        });
    }

    @Test
    void timesToLiveCanBeSetForSomeTypes() {
        world.ttl("clearmyrecord.org", Duration.ofDays(1), "A", "AAAA");
        assertThat(Rig.ttls(rig.ask(fresh, "clearmyrecord.org.", "A"))).containsOnly(86_400L);
        assertThat(Rig.ttls(rig.ask(fresh, "www.clearmyrecord.org.", "CNAME"))).containsOnly(60L);
        world.negativeTtl("clearmyrecord.org", Duration.ofHours(2));
        Record soa = rig.ask(fresh, "no.clearmyrecord.org.", "A")
                .getSection(Section.AUTHORITY)
                .get(0);
        assertThat(soa.getTTL()).isEqualTo(7200);
    }

    @Test
    void healingPutsEverythingBack() {
        world.edit("clearmyrecord.org", zone -> zone.without("@", "A"));
        fresh.behave(Manner.SILENT);
        world.servers("clearmyrecord.org").get(1).freeze(true);
        world.heal();
        assertThat(world.servers("clearmyrecord.org"))
                .allSatisfy(server -> assertThat(Rig.data(rig.ask(server, "clearmyrecord.org.", "A")))
                        .containsExactly("198.51.100.20"));
    }

    @Test
    void whatDoesNotExistIsSaidByName() {
        assertThatThrownBy(() -> world.zone("elsewhere.org")).hasMessageContaining("elsewhere.org");
        assertThatThrownBy(() -> world.server("ns9.elsewhere.org")).hasMessageContaining("ns9.elsewhere.org");
        assertThatThrownBy(() -> world.edit("clearmyrecord.org", zone -> zone.with("@ 60 A nonsense")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonsense");
    }
}
