package cutover.probe.dns;

import static cutover.probe.dns.Asked.answered;
import static cutover.probe.dns.Asked.patient;
import static cutover.probe.dns.RealZones.SIGNED;
import static cutover.probe.dns.RealZones.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.probe.dns.DelegationObservation.Ending;
import cutover.probe.dns.Served.Standing;
import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.dns.DnsWorld;
import cutover.twin.dns.Zone;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The probe before servers that it has no part in: BIND with zones of its own, and Unbound that asks it. */
class RealServersTest {

    private static final String RESOLVER = "127.78.0.9";

    @TempDir
    private static Path folder;

    private static final List<RealServer> RUNNING = new ArrayList<>();

    private static NameServer parent;
    private static NameServer child;
    private static NameServer resolver;

    @BeforeAll
    static void start() throws IOException {
        RealServer.assumeInstalled("named", "unbound");
        parent = new NameServer("a.servers.example", RealServer.free(Bind.ADDRESS));
        RUNNING.add(Bind.parent(folder("parent"), parent.address()));
        child = new NameServer("ns1.clearmyrecord.org", RealServer.free(Bind.ADDRESS));
        RUNNING.add(Bind.child(folder("child"), child.address()));
        resolver = new NameServer("resolver", RealServer.free(RESOLVER));
        RUNNING.add(Unbound.start(
                folder("unbound"),
                resolver.address(),
                anchor(),
                Map.of(".", parent.address(), ZONE, child.address(), SIGNED, child.address())));
    }

    @AfterAll
    static void stop() {
        RUNNING.forEach(RealServer::close);
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static String anchor() {
        Query query = new Query(child, new Question(SIGNED, "DNSKEY"), Transport.UDP, false, false);
        return SIGNED + " DNSKEY "
                + answered(patient().ask(query)).records().get(0).data();
    }

    private static Answered authoritative(String name, String type) {
        return answered(patient().ask(Query.authoritative(child, new Question(name, type))));
    }

    private static Answered resolved(String name, String type) {
        return answered(patient().ask(resolver, new Question(name, type), Transport.UDP, true, true));
    }

    private static List<String> told(Answered seen) {
        return seen.records().stream().map(Resource::told).toList();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void bindSaysExactlyWhatItWasGiven(Transport transport) {
        RealZones.sets().forEach((question, rows) -> {
            Answered seen = answered(patient().ask(child, question, transport, false, false));
            assertThat(told(seen)).as(question.told()).containsExactlyInAnyOrderElementsOf(rows);
            assertThat(seen.rcode()).isEqualTo("NOERROR");
            assertThat(seen.aa()).isTrue();
            assertThat(seen.ra()).isFalse();
            assertThat(seen.ignored()).isZero();
        });
    }

    @Test
    void theTwinsServerSaysTheSameAboutTheSameLines() {
        try (Later later = new Later();
                DnsWorld world = DnsWorld.start(Clock.systemUTC(), new Ids(new SplittableRandom(7)), later)) {
            world.server("ns-1.awsdns-01.example").serve(Zone.of(ZONE, RealZones.lines()));
            NameServer twin = new NameServer(
                    "twin", world.server("ns-1.awsdns-01.example").address());
            List<Question> questions = RealZones.questions();
            assertThat(questions).hasSizeGreaterThan(20);
            for (Question question : questions) {
                Answered real = answered(patient().ask(Query.authoritative(child, question)));
                Answered rehearsed = answered(patient().ask(Query.authoritative(twin, question)));
                assertThat(Likeness.of(rehearsed)).as(question.told()).isEqualTo(Likeness.of(real));
            }
        }
    }

    @Test
    void whatDoesNotFitADatagramIsFetchedOverTcp() {
        Answered direct = authoritative("long." + ZONE, "TXT");
        assertThat(direct.transport()).isEqualTo(Transport.TCP);
        assertThat(direct.tc()).isFalse();
        assertThat(direct.records()).extracting(Resource::data).containsExactly(RealZones.LONG);
        Answered resolved = resolved("long." + ZONE, "TXT");
        assertThat(resolved.transport()).isEqualTo(Transport.TCP);
        assertThat(resolved.records()).extracting(Resource::data).containsExactly(RealZones.LONG);
    }

    @Test
    void whatIsNotThereIsToldWithTheTimeThatMayBeRemembered() {
        Answered noName = authoritative("no-such." + ZONE, "A");
        assertThat(noName.nxdomain()).isTrue();
        assertThat(noName.negativeTtl()).contains(Duration.ofSeconds(60));
        Answered noData = authoritative("deeper." + ZONE, "A");
        assertThat(noData.nodata()).isTrue();
        assertThat(noData.negativeTtl()).contains(Duration.ofSeconds(60));
        Answered resolved = resolved("no-such." + ZONE, "A");
        assertThat(resolved.nxdomain()).isTrue();
        assertThat(resolved.negativeTtl().orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
    }

    @Test
    void aWildcardAnswersForAnyName() {
        assertThat(told(authoritative("whatever.any." + ZONE, "A")))
                .containsExactly("whatever.any." + ZONE + " 60 A 198.51.100.99");
        assertThat(told(resolved("other.any." + SIGNED, "A"))).hasSize(1);
    }

    @Test
    void chainsAreFollowedAsFarAsTheServerKnows() {
        assertThat(told(authoritative("home." + ZONE, "AAAA"))).containsExactly(ZONE + " 60 AAAA 2001:db8:100::20");
        Answered elsewhere = authoritative("www." + ZONE, "A");
        assertThat(elsewhere.chain()).containsExactly("www." + ZONE, "front.cloud.example");
        assertThat(elsewhere.records()).isEmpty();
        assertThat(resolved("www." + ZONE, "A").records())
                .extracting(Resource::data)
                .containsExactly("198.51.100.10");
    }

    @Test
    void aZoneThatIsNotServedThereIsRefused() {
        Answered seen = authoritative("elsewhere.example", "A");
        assertThat(seen.refused()).isTrue();
        assertThat(seen.aa()).isFalse();
    }

    @Test
    void theParentRefersAndDoesNotAnswer() {
        Answered seen = answered(patient().ask(Query.authoritative(parent, new Question("www." + ZONE, "A"))));
        assertThat(seen.referral()).isTrue();
        assertThat(seen.authority())
                .extracting(Resource::told)
                .containsExactlyInAnyOrder(ZONE + " 3600 NS ns1." + ZONE, ZONE + " 3600 NS ns2.servers.example");
    }

    @Test
    void theWalkFindsEachCutAndEachServer() {
        DelegationObservation seen = walk("www." + ZONE);
        assertThat(seen.ending()).isEqualTo(Ending.FOUND);
        assertThat(seen.cuts()).extracting(Cut::zone).containsExactly("org", ZONE);
        Cut last = seen.last().orElseThrow();
        assertThat(last.delegated()).containsExactly("ns1." + ZONE, "ns2.servers.example");
        assertThat(last.agreed()).isTrue();
        assertThat(last.homeless()).isEmpty();
        assertThat(last.strayGlue()).isEmpty();
        assertThat(last.servers()).hasSize(2).extracting(Served::standing).containsOnly(Standing.AUTHORITATIVE);
    }

    @Test
    void theWalkEndsWhereTheNameIsDenied() {
        assertThat(walk("www.no-such." + ZONE).ending()).isEqualTo(Ending.NO_SUCH_NAME);
        assertThat(walk("no-such.org").ending()).isEqualTo(Ending.NO_SUCH_NAME);
    }

    private static DelegationObservation walk(String name) {
        return new Delegation(patient(), List.of(parent), RealServersTest::reach, DelegationLimits.USUAL).walk(name);
    }

    private static InetSocketAddress reach(InetAddress address) {
        return (Ip.text(address).equals(RealZones.PARENT) ? parent : child).address();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void unboundFindsWhatBindHas(Transport transport) {
        RealZones.sets().forEach((question, rows) -> {
            Answered seen = answered(patient().ask(resolver, question, transport, true, false));
            assertThat(Likeness.of(seen).facts()).as(question.told()).isEqualTo(RealZones.facts(rows));
            assertThat(seen.aa()).isFalse();
            assertThat(seen.ra()).isTrue();
            Answered given = authoritative(question.name(), question.type());
            assertThat(seen.records())
                    .allMatch(each -> each.ttl() <= given.records().get(0).ttl());
        });
    }

    @Test
    void unboundFindsNothingOutForWhoDoesNotWantIt() {
        Answered seen = answered(patient().ask(Query.authoritative(resolver, new Question("mail.example", "A"))));
        assertThat(seen.refused()).isTrue();
    }

    @Test
    void unboundSaysWhatItHasVerified() {
        assertThat(resolved(SIGNED, "TXT").ad()).isTrue();
        assertThat(resolved("some.any." + SIGNED, "A").ad()).isTrue();
        assertThat(resolved("no-such." + SIGNED, "A").ad()).isTrue();
        assertThat(resolved(ZONE, "TXT").ad()).isFalse();
    }

    @Test
    void nothingIsLeftOfAServerThatWasStopped(@TempDir Path own) throws IOException {
        InetSocketAddress address = RealServer.free("127.78.0.10");
        RealServer server = Unbound.start(own, address, anchor(), Map.of("org", parent.address()));
        server.close();
        try (DatagramSocket udp = new DatagramSocket(address);
                ServerSocket tcp = new ServerSocket(address.getPort(), 1, address.getAddress())) {
            assertThat(tcp.getLocalPort()).isEqualTo(udp.getLocalPort());
        }
    }
}
