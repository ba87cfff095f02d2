package cutover.probe.dns;

import static cutover.probe.dns.Asked.answered;
import static cutover.probe.dns.Asked.patient;
import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.dns.DnsWorld;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the twin's name servers are real to software that takes nobody's word: BIND and Unbound, which both validate. */
class TwinBeforeRealResolversTest {

    private static final String RESOLVER = "127.78.0.11";
    private static final List<String> ZONES = List.of(".", "org", "example", "clearmyrecord.org", "codeforamerica.org");
    private static final String NEW = "clearmyrecord.org";
    private static final String OLD = "codeforamerica.org";

    @TempDir
    private Path folder;

    private final Later later = new Later();
    private DnsWorld world;
    private RealServer running;

    @BeforeAll
    static void installed() {
        RealServer.assumeInstalled("named", "unbound");
    }

    @BeforeEach
    void start() {
        world = DnsWorld.start(Clock.systemUTC(), new Ids(new SplittableRandom(7)), later);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : new AutoCloseable[] {running, world, later}) {
            if (each != null) {
                each.close();
            }
        }
    }

    /** Given the root's hint and key, as everywhere. */
    private NameServer bind() throws IOException {
        InetSocketAddress address = RealServer.free(Bind.ADDRESS);
        Path own = Files.createDirectory(folder.resolve("named"));
        InetSocketAddress root = world.rootHints().values().iterator().next();
        running = Bind.resolver(own, address, root, world.trustAnchor());
        return new NameServer("bind", address);
    }

    /** Given the root's key, and who serves which zone. */
    private NameServer unbound() throws IOException {
        InetSocketAddress address = RealServer.free(RESOLVER);
        Path own = Files.createDirectory(folder.resolve("unbound"));
        Map<String, InetSocketAddress> stubs = new LinkedHashMap<>();
        ZONES.forEach(zone -> stubs.put(zone, world.servers(zone).get(0).address()));
        running = Unbound.start(own, address, world.trustAnchor(), stubs);
        return new NameServer("unbound", address);
    }

    private NameServer ours() {
        return new NameServer("twin", world.resolverThatValidates().address());
    }

    private static Answered asked(NameServer resolver, Question question) {
        return answered(patient().ask(resolver, question, Transport.UDP, true, true));
    }

    /** Every record of every zone, and what is not there. */
    private List<Question> questions() {
        Stream<Question> there = ZONES.stream()
                .flatMap(zone -> world.zone(zone).lines().stream())
                .map(line -> line.split(" "))
                .map(fields -> new Question(fields[0], fields[2]));
        Stream<Question> missing = ZONES.stream()
                .map(zone -> zone.equals(".") ? "" : "." + zone)
                .flatMap(zone -> Stream.of(
                        new Question("no-such" + zone, "A"),
                        new Question("no.such" + zone, "TXT"),
                        new Question("_domainkey" + zone, "TXT"),
                        new Question(zone.isEmpty() ? "." : zone.substring(1), "NAPTR")));
        return Stream.concat(there, missing).distinct().toList();
    }

    private void sameAsOurs(NameServer real) {
        List<Question> questions = questions();
        assertThat(questions).hasSizeGreaterThan(50);
        for (Question question : questions) {
            assertThat(Likeness.timeless(asked(real, question)))
                    .as(question.told() + " of " + real.name())
                    .isEqualTo(Likeness.timeless(asked(ours(), question)));
        }
    }

    private static void secure(NameServer real, String name, boolean expected) {
        assertThat(asked(real, new Question(name, "A")).ad()).isEqualTo(expected);
    }

    @Test
    void bindResolvesFromTheTwinsRootDownLikeTheTwinsOwnResolver() throws IOException {
        world.sign(NEW);
        world.wildcard(NEW, "198.51.100.77");
        NameServer bind = bind();
        secure(bind, NEW, true);
        secure(bind, "some." + NEW, true);
        secure(bind, OLD, false);
        sameAsOurs(bind);
    }

    @Test
    void unboundFindsInTheTwinWhatTheTwinsOwnResolverFinds() throws IOException {
        world.sign(NEW);
        NameServer unbound = unbound();
        secure(unbound, NEW, true);
        secure(unbound, OLD, false);
        sameAsOurs(unbound);
    }

    @Test
    void whatTheTwinBreaksIsBrokenForBindToo() throws IOException {
        breakBoth();
        bothFail(bind());
    }

    @Test
    void whatTheTwinBreaksIsBrokenForUnboundToo() throws IOException {
        breakBoth();
        bothFail(unbound());
    }

    private void breakBoth() {
        world.expireSignatures(NEW);
        world.leaveDsBehind(OLD);
    }

    private void bothFail(NameServer real) {
        for (String zone : List.of(NEW, OLD)) {
            Question question = new Question(zone, "A");
            assertThat(asked(real, question).rcode()).as(question.told()).isEqualTo("SERVFAIL");
            assertThat(asked(ours(), question).rcode()).as(question.told()).isEqualTo("SERVFAIL");
        }
    }
}
