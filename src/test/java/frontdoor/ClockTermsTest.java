package frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.environment.front.NameFacts;
import cutover.environment.front.RecordSet;
import cutover.environment.front.Zone;
import cutover.probe.dns.Answered;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Resource;
import cutover.probe.dns.Transport;
import cutover.runbook.History;
import cutover.runbook.HistoryEntry;
import cutover.runbook.Phase;
import cutover.runbook.Remembered;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClockTermsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final String NAME = "www.example.org";
    private static final String OLD = "192.0.2.1";
    private static final String NEW = "192.0.2.2";
    private static final Duration NEGATIVE = Duration.ofMinutes(5);
    private static final List<RecordSet> SETS = List.of(set(OLD, Phase.BEFORE), set(NEW, Phase.DAY2));
    private static final Zone ZONE =
            new Zone("example.org", List.of(), NEGATIVE, false, List.of(), List.of(), Optional.empty(), SETS);
    private static final List<Moving> NAMES = List.of(new Moving(ZONE, NAME, SETS));

    @Test
    void theChangeLiesBetweenTheLastSightOfTheOldAndTheFirstOfTheNewAndLastsOneOldTtl() {
        History history =
                history(run(5, OLD, "3600 s"), run(4, OLD, "3600 s"), run(2, NEW, "60 s"), run(1, NEW, "60 s"));

        assertThat(changed(history)).singleElement().satisfies(term -> {
            assertThat(term.earliest()).isEqualTo(hoursAgo(4).plusSeconds(3600));
            assertThat(term.latest()).isEqualTo(hoursAgo(2).plusSeconds(3600));
            assertThat(term.witness()).contains("was 192.0.2.1 at 2026-03-10T08:00:00Z", "1 h 0 min");
        });
    }

    @Test
    void aChangeThatThisRunSeesFirstMayHaveHappenedJustNow() {
        assertThat(changed(history(run(4, OLD, "3600 s")))).singleElement().satisfies(term -> {
            assertThat(term.earliest()).isEqualTo(hoursAgo(3));
            assertThat(term.latest()).isEqualTo(NOW.plusSeconds(3600));
        });
    }

    @Test
    void aTtlThatWasLoweredBeforeTheChangeCountsAsItWasThen() {
        History history = history(run(50, OLD, "86400 s"), run(4, OLD, "60 s"), run(2, NEW, "300 s"));

        assertThat(changed(history))
                .singleElement()
                .satisfies(
                        term -> assertThat(term.latest()).isEqualTo(hoursAgo(2).plusSeconds(60)));
    }

    @Test
    void aNameThatWasNotThereIsMissedForAsLongAsAbsenceIsRemembered() {
        assertThat(changed(history(run(4, "nothing", "60 s"))))
                .singleElement()
                .satisfies(term -> assertThat(term.latest()).isEqualTo(NOW.plus(NEGATIVE)));
    }

    @Test
    void whatNoRunSawOtherwiseIsNoReason() {
        assertThat(changed(history(run(4, NEW, "60 s")))).isEmpty();
        assertThat(changed(History.EMPTY)).isEmpty();
    }

    @Test
    void whatNoRunSawAtAllMayHaveChangedJustNow() {
        List<ClockTerm> terms = new ClockTerms(History.EMPTY, NOW).unseen(List.of(told()), NAMES);

        assertThat(terms).singleElement().satisfies(term -> {
            assertThat(term.latest()).isEqualTo(NOW.plusSeconds(60));
            assertThat(term.earliest()).isBefore(NOW);
        });
        assertThat(new ClockTerms(history(run(4, OLD, "60 s")), NOW).unseen(List.of(told()), NAMES))
                .isEmpty();
    }

    private static List<ClockTerm> changed(History history) {
        return new ClockTerms(history, NOW).changed(List.of(told()), NAMES);
    }

    private static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static History history(HistoryEntry... entries) {
        return new History(List.of(entries), List.of());
    }

    private static HistoryEntry run(int hoursAgo, String records, String ttl) {
        Instant seen = hoursAgo(hoursAgo);
        Map<String, Remembered> facts = Map.of(
                NameFacts.records(NAME, "A"), new Remembered(records, "D1", seen),
                NameFacts.ttl(NAME, "A"), new Remembered(ttl, "D1", seen));
        return new HistoryEntry(
                "run-" + hoursAgo,
                "prod",
                Phase.DAY2,
                "https://www.example.org",
                "",
                seen,
                seen,
                new TreeMap<>(),
                new TreeMap<>(facts));
    }

    private static ZoneTold told() {
        NameServer server =
                new NameServer("ns.example.org", new InetSocketAddress(InetAddress.getLoopbackAddress(), 53));
        Answered answer = new Answered(
                Query.authoritative(server, new Question(NAME, "A")),
                Transport.UDP,
                "NOERROR",
                true,
                false,
                false,
                false,
                List.of(new Resource(NAME, "A", 60, NEW)),
                List.of(),
                List.of(),
                Duration.ofMillis(5),
                100,
                NOW,
                0);
        return new ZoneTold(ZONE, Optional.empty(), List.of(server), List.of(answer));
    }

    private static RecordSet set(String address, Phase phase) {
        return new RecordSet(
                "www",
                "A",
                List.of(address),
                Optional.empty(),
                List.of(phase),
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
