package cutover.twin.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

class CachingResolverTest {

    private static final String ZONE = "clearmyrecord.org.";

    private final Rig rig = new Rig();
    private final DnsWorld world = rig.world;
    private final CachingResolver resolver = world.plainResolver();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aliasesAreFollowedAcrossZones() {
        Message reply = rig.resolve(resolver, "www.clearmyrecord.org.", "A");
        assertThat(Rig.flag(reply, Flags.RA, Flags.RD)).isTrue();
        assertThat(Rig.flag(reply, Flags.AA)).isFalse();
        assertThat(Rig.data(reply))
                .containsExactly("d111111abcdef8.cloudfront.example.", "198.51.100.10", "198.51.100.11");
    }

    @Test
    void aTimeToLiveCountsDownUntilTheAnswerIsLookedUpAgain() {
        assertThat(Rig.ttls(rig.resolve(resolver, ZONE, "A"))).containsExactly(60L);
        world.edit(ZONE, zone -> zone.set("@", "A", 60, "198.51.100.77"));
        rig.clock.move(Duration.ofSeconds(25));
        Message kept = rig.resolve(resolver, ZONE, "A");
        assertThat(Rig.ttls(kept)).containsExactly(35L);
        assertThat(Rig.data(kept)).containsExactly("198.51.100.20");
        rig.clock.move(Duration.ofSeconds(35));
        Message looked = rig.resolve(resolver, ZONE, "A");
        assertThat(Rig.ttls(looked)).containsExactly(60L);
        assertThat(Rig.data(looked)).containsExactly("198.51.100.77");
    }

    @Test
    void anAliasCountsDownByItself() {
        world.edit(ZONE, zone -> zone.withTtl(600, "CNAME"));
        rig.resolve(resolver, "www.clearmyrecord.org.", "A");
        rig.clock.move(Duration.ofSeconds(100));
        assertThat(Rig.ttls(rig.resolve(resolver, "www.clearmyrecord.org.", "A")))
                .containsExactly(500L, 60L, 60L);
    }

    @Test
    void anAbsenceIsRememberedForTheMinimumOfTheSoa() {
        Message absent = rig.resolve(resolver, "soon.clearmyrecord.org.", "A");
        assertThat(absent.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        world.edit(ZONE, zone -> zone.with("soon 60 A 198.51.100.5"));
        rig.clock.move(Duration.ofSeconds(59));
        Message remembered = rig.resolve(resolver, "soon.clearmyrecord.org.", "A");
        assertThat(remembered.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(remembered.getSection(Section.AUTHORITY).get(0).getTTL()).isEqualTo(1);
        rig.clock.move(Duration.ofSeconds(1));
        assertThat(Rig.data(rig.resolve(resolver, "soon.clearmyrecord.org.", "A")))
                .containsExactly("198.51.100.5");
    }

    @Test
    void aMissingTypeIsRememberedToo() {
        assertThat(rig.resolve(resolver, ZONE, "SRV").getRcode()).isEqualTo(Rcode.NOERROR);
        world.edit(ZONE, zone -> zone.with("@ 60 SRV 1 1 443 www"));
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "SRV"))).isEmpty();
        resolver.flush();
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "SRV"))).hasSize(1);
    }

    @Test
    void aDelegationIsRememberedForItsOwnTime() {
        rig.resolve(resolver, ZONE, "A");
        world.delegate(ZONE, "ns1.registrar.example");
        rig.clock.move(Duration.ofMinutes(59));
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "A"))).containsExactly("198.51.100.20");
        rig.clock.move(Duration.ofMinutes(2));
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "A"))).containsExactly("203.0.113.80");
    }

    @Test
    void serversThatDifferAreHeardInTurn() {
        world.servers(ZONE).get(1).edit(ZONE, zone -> zone.set("@", "A", 60, "203.0.113.80"));
        Set<String> heard = new HashSet<>();
        Stream.generate(() -> rig.resolve(resolver, ZONE, "A")).limit(4).forEach(reply -> {
            heard.addAll(Rig.data(reply));
            rig.clock.move(Duration.ofMinutes(2));
        });
        assertThat(heard).containsExactlyInAnyOrder("198.51.100.20", "203.0.113.80");
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"SILENT", "REFUSING", "FAILING", "LAME", "GARBAGE", "ENDLESS"})
    void oneBadServerIsPassedOverAndTwoAreAFailure(Manner bad) {
        List<Authority> servers = world.servers(ZONE);
        servers.get(0).behave(bad);
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "A"))).hasSize(1);
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "MX"))).hasSize(2);
        servers.get(1).behave(bad);
        assertThat(rig.resolve(resolver, ZONE, "TXT").getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "A"))).hasSize(1);
        servers.get(1).behave(Manner.WELL);
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "TXT"))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"TRUNCATING", "FOREIGN_ID_FIRST", "SILENT_OVER_TCP"})
    void oddPacketsDoNotKeepAResolverFromAnAnswer(Manner odd) {
        world.servers(ZONE).forEach(server -> server.behave(odd));
        assertThat(Rig.data(rig.resolve(resolver, ZONE, "A"))).hasSize(1);
    }

    @Test
    void withoutTheWishForRecursionOnlyMemoryAnswers() {
        assertThat(rig.ask(resolver, ZONE, "A").getRcode()).isEqualTo(Rcode.REFUSED);
        rig.resolve(resolver, ZONE, "A");
        assertThat(Rig.data(rig.ask(resolver, ZONE, "A"))).hasSize(1);
    }

    @Test
    void aLieIsToldWhereThereIsNoSuchNameUntilTheTruthIs() {
        CachingResolver liar = world.resolverThatLies();
        assertThat(Rig.data(rig.resolve(liar, "nothing.clearmyrecord.org.", "A")))
                .containsExactly("203.0.113.99");
        assertThat(Rig.data(rig.resolve(liar, ZONE, "A"))).containsExactly("198.51.100.20");
        liar.tellTheTruth();
        assertThat(rig.resolve(liar, "nothing.clearmyrecord.org.", "A").getRcode())
                .isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void aCircleOfAliasesIsAFailure() {
        world.edit(ZONE, zone -> zone.set("www", "CNAME", 60, "www.codeforamerica.org."));
        world.edit("codeforamerica.org", zone -> zone.set("www", "CNAME", 60, "www.clearmyrecord.org."));
        assertThat(rig.resolve(resolver, "www.clearmyrecord.org.", "A").getRcode())
                .isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void aResolverCanMisbehaveAsAnyServerCan() {
        resolver.behave(Manner.FAILING);
        assertThat(rig.resolve(resolver, ZONE, "A").getRcode()).isEqualTo(Rcode.SERVFAIL);
    }
}
