package cutover.twin.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Section;

/** The way down from the root, by hand. */
class ReferralsTest {

    private final Rig rig = new Rig();
    private final DnsWorld world = rig.world;

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theRootLeadsToTheZone() {
        Message fromRoot = Rig.send(
                Rig.client(world.rootHints().values().iterator().next()),
                Rig.question("www.clearmyrecord.org.", "A", false));
        assertThat(Rig.flag(fromRoot, Flags.AA)).isFalse();
        assertThat(servers(fromRoot)).containsExactly("a0.nic.example.", "b0.nic.example.");
        assertThat(glue(fromRoot)).containsExactly("127.77.1.1", "127.77.1.2");

        Message fromParent = rig.ask(world.server("a0.nic.example"), "www.clearmyrecord.org.", "A");
        assertThat(Rig.flag(fromParent, Flags.AA)).isFalse();
        assertThat(Rig.data(fromParent)).isEmpty();
        assertThat(servers(fromParent)).containsExactly("ns-1.awsdns-01.example.", "ns-2.awsdns-02.example.");
        assertThat(glue(fromParent)).containsExactly("127.77.2.1", "127.77.2.2");

        Message last = rig.ask(world.server("ns-1.awsdns-01.example"), "www.clearmyrecord.org.", "A");
        assertThat(Rig.flag(last, Flags.AA)).isTrue();
        assertThat(Rig.types(last, Section.ANSWER)).containsExactly("CNAME");
    }

    @Test
    void serversInsideTheirZoneHaveGlue() {
        Message reply = rig.ask(world.server("b0.nic.example"), "codeforamerica.org.", "NS");
        assertThat(servers(reply)).containsExactly("ns1.codeforamerica.org.", "ns2.codeforamerica.org.");
        assertThat(glue(reply)).containsExactly("127.77.3.1", "127.77.3.2");
    }

    @Test
    void theAddressOfEachServerCanBeLookedUpAndIsTheOneItAnswersAt() {
        world.addresses()
                .forEach((name, address) -> assertThat(Rig.data(rig.resolve(world.plainResolver(), name + ".", "A")))
                        .containsExactly(address.getAddress().getHostAddress()));
    }

    @Test
    void theParentCanNameOtherServersThanTheZone() {
        world.delegate("clearmyrecord.org", "ns1.registrar.example", "ns1.codeforamerica.org");
        Message reply = rig.ask(world.server("a0.nic.example"), "clearmyrecord.org.", "NS");
        assertThat(servers(reply)).containsExactlyInAnyOrder("ns1.registrar.example.", "ns1.codeforamerica.org.");
        assertThat(glue(reply)).containsExactlyInAnyOrder("127.77.4.1", "127.77.3.1");
        assertThat(Rig.data(rig.ask(world.server("ns-1.awsdns-01.example"), "clearmyrecord.org.", "NS")))
                .containsExactly("ns-1.awsdns-01.example.", "ns-2.awsdns-02.example.");
    }

    @Test
    void theZoneCanNameOtherServersThanTheParent() {
        world.nameServers("clearmyrecord.org", "ns9.elsewhere.example");
        assertThat(Rig.data(rig.ask(world.server("ns-2.awsdns-02.example"), "clearmyrecord.org.", "NS")))
                .containsExactly("ns9.elsewhere.example.");
        assertThat(servers(rig.ask(world.server("a0.nic.example"), "clearmyrecord.org.", "NS")))
                .containsExactly("ns-1.awsdns-01.example.", "ns-2.awsdns-02.example.");
    }

    private static List<String> servers(Message reply) {
        return reply.getSection(Section.AUTHORITY).stream()
                .filter(NSRecord.class::isInstance)
                .map(record -> ((NSRecord) record).getTarget().toString())
                .toList();
    }

    private static List<String> glue(Message reply) {
        return reply.getSection(Section.ADDITIONAL).stream()
                .filter(ARecord.class::isInstance)
                .map(record -> ((ARecord) record).getAddress().getHostAddress())
                .toList();
    }
}
