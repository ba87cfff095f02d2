package frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.environment.front.RecordSet;
import cutover.environment.front.Resolver;
import cutover.environment.front.Zone;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Resource;
import cutover.probe.dns.Silent;
import cutover.probe.dns.Transport;
import cutover.runbook.Phase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolverAnswerTest {

    private static final String NAME = "www.example.org";
    private static final Resolver PLAIN = new Resolver("plain", "192.0.2.53", false);
    private static final Resolver VERIFYING = new Resolver("verifying", "192.0.2.54", true);
    private static final NameServer SERVER =
            new NameServer("plain", new InetSocketAddress(InetAddress.getLoopbackAddress(), 53));

    @Test
    void exactlyWhatThePhaseExpectsIsNewInAnySpelling() {
        ResolverAnswer answer = of(a("192.0.2.2", 30), aaaa("2001:db8::2", 30), absent("CNAME", 0));

        assertThat(answer.told()).isEqualTo(Told.NEW);
        assertThat(answer.left()).isZero();
    }

    @Test
    void exactlyWhatAnotherPhaseExpectsIsOldForTheLongestTimeThatIsLeft() {
        ResolverAnswer answer = of(a("192.0.2.1", 30), aaaa("2001:db8::1", 900), absent("CNAME", 0));

        assertThat(answer.told()).isEqualTo(Told.OLD);
        assertThat(answer.left()).isEqualTo(Duration.ofSeconds(900));
        assertThat(answer.words()).isEqualTo("A 192.0.2.1; AAAA 2001:db8::1, to be remembered for another 15 min 0 s");
    }

    @Test
    void oneFamilyNewAndTheOtherOldIsMixedForAsLongAsTheOldOneIsLeft() {
        ResolverAnswer answer = of(a("192.0.2.2", 3000), aaaa("2001:db8::1", 30), absent("CNAME", 0));

        assertThat(answer.told()).isEqualTo(Told.MIXED);
        assertThat(answer.left()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void oldAndNewAddressInOneSetIsMixed() {
        ResolverAnswer answer = of(
                answered("A", "NOERROR", false, record("A", "192.0.2.1", 5), record("A", "192.0.2.2", 5)),
                aaaa("2001:db8::2", 30),
                absent("CNAME", 0));

        assertThat(answer.told()).isEqualTo(Told.MIXED);
    }

    @Test
    void anAliasThatIsTheOldOneCountsInAnswersAboutAddressesToo() {
        Answered byAlias = answered("A", "NOERROR", false, record("CNAME", "old.example.org", 40));

        assertThat(of(byAlias, absent("AAAA", 0), absent("CNAME", 0)).told()).isEqualTo(Told.OLD);
    }

    @Test
    void nothingWhereSomethingMustBeIsNegativeForTheTimeOfTheAbsence() {
        ResolverAnswer answer = of(absent("A", 120), absent("AAAA", 60), absent("CNAME", 60));

        assertThat(answer.told()).isEqualTo(Told.NEGATIVE);
        assertThat(answer.left()).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void anAddressOfNoPhaseIsNobodysOld() {
        assertThat(of(a("198.51.100.9", 30), aaaa("2001:db8::2", 30), absent("CNAME", 0))
                        .told())
                .isEqualTo(Told.OTHER);
    }

    @Test
    void troubleIsToldAsItIsAndTheWorstCounts() {
        assertThat(of(answered("A", "SERVFAIL", false)).told()).isEqualTo(Told.FAILED);
        assertThat(of(answered("A", "REFUSED", false)).told()).isEqualTo(Told.REFUSED);
        assertThat(of(silent(Silent.Kind.TIMED_OUT), answered("A", "SERVFAIL", false))
                        .told())
                .isEqualTo(Told.SILENT);
        assertThat(of(silent(Silent.Kind.TIMED_OUT), silent(Silent.Kind.NOT_ASKED))
                        .told())
                .isEqualTo(Told.NOT_ASKED);
    }

    @Test
    void aSignedZoneMustVerifyWhereThatIsPromised() {
        DnsObservation[] unverified = {a("192.0.2.2", 30), aaaa("2001:db8::2", 30), absent("CNAME", 0)};
        Answered verified = answered("A", "NOERROR", true, record("A", "192.0.2.2", 30));
        Answered too = answered("AAAA", "NOERROR", true, record("AAAA", "2001:db8::2", 30));

        assertThat(of(VERIFYING, true, unverified).told()).isEqualTo(Told.UNVERIFIED);
        assertThat(of(VERIFYING, false, unverified).told()).isEqualTo(Told.NEW);
        assertThat(of(PLAIN, true, unverified).told()).isEqualTo(Told.NEW);
        assertThat(of(VERIFYING, true, verified, too).told()).isEqualTo(Told.NEW);
    }

    private static ResolverAnswer of(DnsObservation... seen) {
        return of(PLAIN, false, seen);
    }

    private static ResolverAnswer of(Resolver resolver, boolean signed, DnsObservation... seen) {
        List<RecordSet> sets = List.of(
                set("A", "192.0.2.1", Phase.BEFORE),
                set("AAAA", "2001:db8:0:0::1", Phase.BEFORE),
                set("CNAME", "old.example.org", Phase.ROLLEDBACK),
                set("A", "192.0.2.2", Phase.DAY2),
                set("AAAA", "2001:DB8::2", Phase.DAY2));
        Zone zone = new Zone(
                "example.org", List.of(), Duration.ofMinutes(5), signed, List.of(), List.of(), Optional.empty(), sets);
        return ResolverAnswer.of(resolver, new Moving(zone, NAME, sets), Phase.DAY2, Arrays.asList(seen));
    }

    private static RecordSet set(String type, String value, Phase phase) {
        return new RecordSet(
                "www",
                type,
                List.of(value),
                Optional.empty(),
                List.of(phase),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private static Answered a(String address, long ttl) {
        return answered("A", "NOERROR", false, record("A", address, ttl));
    }

    private static Answered aaaa(String address, long ttl) {
        return answered("AAAA", "NOERROR", false, record("AAAA", address, ttl));
    }

    private static Answered absent(String type, long ttl) {
        Resource soa = new Resource("example.org", "SOA", ttl, "ns.example.org mail.example.org 1 2 3 4 " + ttl);
        return observed(type, "NXDOMAIN", false, List.of(), List.of(soa));
    }

    private static Answered answered(String type, String rcode, boolean ad, Resource... records) {
        return observed(type, rcode, ad, List.of(records), List.of());
    }

    private static Answered observed(
            String type, String rcode, boolean ad, List<Resource> answer, List<Resource> authority) {
        return new Answered(
                Query.recursive(SERVER, new Question(NAME, type)),
                Transport.UDP,
                rcode,
                false,
                false,
                ad,
                true,
                answer,
                authority,
                List.of(),
                Duration.ofMillis(5),
                100,
                Instant.EPOCH,
                0);
    }

    private static Silent silent(Silent.Kind kind) {
        return new Silent(
                Query.recursive(SERVER, new Question(NAME, "A")),
                Transport.UDP,
                kind,
                "",
                Duration.ofSeconds(1),
                Instant.EPOCH,
                0);
    }

    private static Resource record(String type, String data, long ttl) {
        return new Resource(NAME, type, ttl, data);
    }
}
