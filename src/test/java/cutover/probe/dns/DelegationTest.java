package cutover.probe.dns;

import static cutover.probe.dns.Authority.soa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import cutover.probe.dns.DelegationObservation.Ending;
import cutover.probe.dns.Served.Standing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

class DelegationTest {

    private static final String TOP = soa(".", 1) + """
            . NS a.root.test.
            test. NS ns.nic.test.
            ns.nic.test. A 192.0.2.2
            other. NS ns.nic.test.
            """;
    private static final String TEST = soa("test.", 1) + """
            test. NS ns.nic.test.
            ns.nic.test. A 192.0.2.2
            example.test. NS ns1.example.test.
            example.test. NS ns2.example.test.
            ns1.example.test. A 192.0.2.11
            ns1.example.test. AAAA 2001:db8::11
            ns2.example.test. A 192.0.2.12
            glueless.test. NS ns1.hoster.other.
            dead.test. NS ns.dead.test.
            ns.dead.test. A 192.0.2.99
            ring.test. NS ns.ring.other.
            """;
    private static final String OTHER = soa("other.", 1) + """
            other. NS ns.nic.test.
            hoster.other. NS ns1.hoster.other.
            ns1.hoster.other. A 192.0.2.21
            ring.other. NS ns.ring.test.
            """;
    private static final String HOSTER = soa("hoster.other.", 1) + """
            hoster.other. NS ns1.hoster.other.
            ns1.hoster.other. A 192.0.2.21
            ns1.hoster.other. AAAA 2001:db8::21
            """;
    private static final String EXAMPLE = soa("example.test.", 7) + """
            example.test. NS ns1.example.test.
            example.test. NS ns2.example.test.
            ns1.example.test. A 192.0.2.11
            ns1.example.test. AAAA 2001:db8::11
            ns2.example.test. A 192.0.2.12
            www.example.test. A 198.51.100.1
            """;
    private static final String GLUELESS = soa("glueless.test.", 1) + "glueless.test. NS ns1.hoster.other.\n";

    private LittleInternet net;

    @BeforeEach
    void start() throws IOException {
        net = new LittleInternet()
                .at(LittleInternet.ROOT, TOP)
                .at("192.0.2.2", TEST, OTHER)
                .at("192.0.2.11", EXAMPLE)
                .at("2001:db8::11", EXAMPLE)
                .at("192.0.2.12", EXAMPLE)
                .at("192.0.2.21", HOSTER, GLUELESS)
                .at("2001:db8::21", HOSTER, GLUELESS);
    }

    @AfterEach
    void stop() throws IOException {
        net.close();
    }

    @Test
    void theWayLeadsOverEachZoneDownToTheName() throws IOException {
        DelegationObservation seen = net.walk("WWW.example.test.");
        assertThat(seen.ending()).as(seen.detail()).isEqualTo(Ending.FOUND);
        assertThat(seen.cuts()).extracting(Cut::parent).containsExactly(".", "test");
        assertThat(seen.cuts()).extracting(Cut::zone).containsExactly("test", "example.test");
        assertThat(seen.zone()).isEqualTo("example.test");
    }

    @Test
    void everyAddressOfEveryServerIsAsked() throws IOException {
        Cut cut = net.walk("example.test").last().orElseThrow();
        assertThat(cut.servers())
                .extracting(each -> each.server().name() + " " + net.address(each.server()))
                .containsExactlyInAnyOrder(
                        "ns1.example.test 192.0.2.11", "ns1.example.test 2001:db8::11", "ns2.example.test 192.0.2.12");
        assertThat(cut.servers()).allMatch(Served::authoritative);
        assertThat(cut.agreed()).isTrue();
        assertThat(cut.homeless()).isEmpty();
        assertThat(cut.strayGlue()).isEmpty();
        assertThat(cut.glue()).hasSize(3);
    }

    @Test
    void everyServerOfTheParentIsAsked() throws IOException {
        assertThat(net.walk("example.test").last().orElseThrow().asked())
                .extracting(each -> each.server().name())
                .containsExactly("ns.nic.test");
    }

    @Test
    void addressesThatTheParentDoesNotTellAreFoundByTheSameWalk() throws IOException {
        Cut cut = net.walk("glueless.test").last().orElseThrow();
        assertThat(cut.glue()).isEmpty();
        assertThat(cut.servers())
                .extracting(each -> net.address(each.server()))
                .containsExactlyInAnyOrder("192.0.2.21", "2001:db8::21");
        assertThat(cut.agreed()).isTrue();
    }

    @Test
    void aServerThatIsNotThereIsDeadAndTheWayGoesOn() throws IOException {
        net.at("192.0.2.2", TEST.replace("192.0.2.12", "192.0.2.98"), OTHER);
        DelegationObservation seen = net.walk("www.example.test");
        Cut cut = seen.last().orElseThrow();
        assertThat(seen.ending()).isEqualTo(Ending.FOUND);
        assertThat(cut.with(Standing.DEAD))
                .extracting(each -> each.server().name())
                .containsExactly("ns2.example.test");
        assertThat(cut.strayGlue()).containsExactly("ns2.example.test A 192.0.2.12", "ns2.example.test A 192.0.2.98");
        assertThat(cut.servers()).extracting(each -> net.address(each.server())).contains("192.0.2.12", "nobody");
    }

    @Test
    void aZoneWithoutALivingServerIsADeadEnd() throws IOException {
        DelegationObservation seen = net.walk("www.dead.test");
        assertThat(seen.ending()).isEqualTo(Ending.DEAD_END);
        assertThat(seen.detail()).isEqualTo("no server of dead.test answers with authority");
        assertThat(seen.last().orElseThrow().with(Standing.DEAD)).hasSize(1);
        assertThat(seen.last().orElseThrow().agreed()).isFalse();
    }

    @Test
    void parentAndZoneThatNameOtherServersAreTold() throws IOException {
        String moved = EXAMPLE.replace("example.test. NS ns2.example.test.", "example.test. NS ns1.hoster.other.");
        net.at("192.0.2.11", moved).at("2001:db8::11", moved).at("192.0.2.12", moved);
        Cut cut = net.walk("example.test").last().orElseThrow();
        assertThat(cut.delegated()).containsExactly("ns1.example.test", "ns2.example.test");
        assertThat(cut.named()).containsExactly("ns1.example.test", "ns1.hoster.other");
        assertThat(cut.agreed()).isFalse();
        assertThat(cut.with(Standing.REFUSED))
                .extracting(each -> net.address(each.server()))
                .containsExactlyInAnyOrder("192.0.2.21", "2001:db8::21");
    }

    @Test
    void oneServerThatNamesOthersIsEnoughToDisagree() throws IOException {
        net.at("192.0.2.12", EXAMPLE.replace("example.test. NS ns2.example.test.\n", ""));
        Cut cut = net.walk("example.test").last().orElseThrow();
        assertThat(cut.named()).isEqualTo(cut.delegated());
        assertThat(cut.agreed()).isFalse();
    }

    @Test
    void eachWayNotToServeAZoneHasItsName() throws IOException {
        net.at("192.0.2.11", query -> Messages.error(query, Rcode.SERVFAIL))
                .at("2001:db8::11", DelegationTest::withoutAuthority);
        Cut cut = net.walk("example.test").last().orElseThrow();
        assertThat(cut.servers())
                .extracting(each -> net.address(each.server()), Served::standing)
                .containsExactlyInAnyOrder(
                        tuple("192.0.2.11", Standing.FAILED),
                        tuple("2001:db8::11", Standing.LAME),
                        tuple("192.0.2.12", Standing.AUTHORITATIVE));
    }

    private static Message withoutAuthority(Message query) {
        Message answer = new Authority(EXAMPLE).apply(query);
        answer.getHeader().unsetFlag(Flags.AA);
        return answer;
    }

    @Test
    void aServerOfTheParentAloneIsLameForTheZone() throws IOException {
        net.at("192.0.2.12", TEST);
        assertThat(net.walk("example.test").last().orElseThrow().with(Standing.LAME))
                .extracting(each -> net.address(each.server()))
                .containsExactly("192.0.2.12");
    }

    @Test
    void aServerOfTheParentThatTellsOtherNamesIsEnoughToDisagree() throws IOException {
        String stale = TEST.replace("example.test. NS ns2.example.test.\n", "");
        net.at(LittleInternet.ROOT, TOP + "test. NS ns2.nic.test.\nns2.nic.test. A 192.0.2.3\n")
                .at("192.0.2.2", TEST + "test. NS ns2.nic.test.\nns2.nic.test. A 192.0.2.3\n", OTHER)
                .at("192.0.2.3", stale + "test. NS ns2.nic.test.\nns2.nic.test. A 192.0.2.3\n");
        Cut cut = net.walk("example.test").last().orElseThrow();
        assertThat(cut.asked())
                .extracting(cut::delegatedBy)
                .extracting(Set::size)
                .containsExactly(2, 1);
        assertThat(cut.agreed()).isFalse();
    }

    @Test
    void addressesThatTheParentMayNotSpeakForDoNotCount() throws IOException {
        net.at("192.0.2.2", query -> {
            Message answer = new Authority(TEST, OTHER).apply(query);
            answer.addRecord(Messages.record("ns1.hoster.other 60 A 192.0.2.66"), Section.ADDITIONAL);
            return answer;
        });
        Cut cut = net.walk("glueless.test").last().orElseThrow();
        assertThat(cut.glue()).isEmpty();
        assertThat(cut.servers())
                .extracting(each -> net.address(each.server()))
                .containsExactlyInAnyOrder("192.0.2.21", "2001:db8::21");
    }

    @Test
    void aNameThatIsDeniedIsTold() throws IOException {
        DelegationObservation seen = net.walk("nosuch.example.test");
        assertThat(seen.ending()).isEqualTo(Ending.NO_SUCH_NAME);
        assertThat(seen.zone()).isEqualTo("example.test");
        assertThat(net.walk("nosuch").ending()).isEqualTo(Ending.NO_SUCH_NAME);
    }

    @Test
    void namesOfServersThatHangOnEachOtherEndTheWay() throws IOException {
        DelegationObservation seen = net.walk("ring.test");
        assertThat(seen.ending()).isEqualTo(Ending.DEAD_END);
        assertThat(seen.last().orElseThrow().homeless()).containsExactly("ns.ring.other");
    }

    @Test
    void aWayThatLeadsOnAndOnEndsAtItsLimits() throws IOException {
        DelegationLimits few = new DelegationLimits(8, 3, Duration.ofMinutes(2));
        DelegationObservation seen = net.walk("example.test", few);
        assertThat(seen.ending()).isEqualTo(Ending.LIMIT);
        assertThat(seen.detail()).isEqualTo("more than 3 questions");
        DelegationLimits brief = new DelegationLimits(8, 100, Duration.ofNanos(1));
        assertThat(net.walk("example.test", brief).detail()).isEqualTo("longer than 0 ms");
        DelegationLimits flat = new DelegationLimits(1, 100, Duration.ofMinutes(2));
        assertThat(net.walk("ring.test", flat).detail())
                .isEqualTo("names of name servers that hang on each other more than 1 deep");
    }

    @Test
    void aServerOfParentAndZoneInOneTellsTheZonesOwnSet() throws IOException {
        net.at("192.0.2.2", TEST, OTHER, EXAMPLE);
        DelegationObservation seen = net.walk("www.example.test");
        assertThat(seen.zone()).isEqualTo("example.test");
        assertThat(seen.last().orElseThrow().delegated()).containsExactly("ns1.example.test", "ns2.example.test");
    }

    @Test
    void theRootHasNoCut() throws IOException {
        DelegationObservation seen = net.walk(".");
        assertThat(seen.zone()).isEqualTo(".");
        assertThat(seen.last()).isEmpty();
    }

    @Test
    void aWalkNeedsARoot() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Delegation(Asked.patient(), List.of()));
    }
}
