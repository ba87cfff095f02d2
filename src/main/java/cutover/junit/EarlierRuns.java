package cutover.junit;

import cutover.environment.PublicPages;
import cutover.environment.PublicPages.Listed;
import cutover.environment.front.Dns;
import cutover.environment.front.KeptFacts;
import cutover.environment.front.NameFacts;
import cutover.environment.front.RecordSet;
import cutover.environment.front.Redirects;
import cutover.environment.front.ServerPlace;
import cutover.environment.front.Zone;
import cutover.runbook.HistoryEntry;
import cutover.runbook.Phase;
import cutover.runbook.Remembered;
import cutover.twin.Twin;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What earlier runs would have remembered of the twin, which has no past: the names with the TTL of a day, and later with that
 * of the launch; what public lists held before the deploy; after a rollback the redirects of the time in between.
 */
final class EarlierRuns {

    private static final Duration LONG_TTL = Duration.ofDays(1);
    private static final Duration TOOK = Duration.ofMinutes(5);

    private final RunFiles files;
    private final String environment;
    private final Twin twin;
    private final Instant now;
    private final Phase phase;

    EarlierRuns(RunFiles files, String environment, Twin twin, Clock clock) {
        this.files = files;
        this.environment = environment;
        this.twin = twin;
        this.now = clock.instant();
        this.phase = files.phase();
    }

    /** Oldest first. */
    List<HistoryEntry> entries() {
        if (on(Fault.NO_EARLIER_RUN)) {
            return List.of();
        }
        boolean late = on(Fault.TTL_LOWERED_TOO_LATE);
        boolean high = late || on(Fault.SWITCHED_WITHIN_OLD_TTL);
        boolean old = high || on(Fault.TTL_NEVER_LOWERED);
        List<HistoryEntry> entries = new ArrayList<>();
        entries.add(entry("rehearsal-earlier-1", now.minus(Duration.ofDays(3)), name -> false));
        entries.add(entry("rehearsal-earlier-2", now.minus(Duration.ofDays(2)), name -> !old || !isOld(name)));
        if (high) {
            entries.add(entry("rehearsal-earlier-3", now.minus(Duration.ofHours(2)), name -> !isOld(name)));
        }
        if (late) {
            entries.add(entry("rehearsal-earlier-4", now.minus(Duration.ofHours(1)), name -> true));
        }
        if (on(Fault.DELEGATION_CHANGED)) {
            entries.add(remembering(
                    "rehearsal-earlier-5", Phase.BEFORE, now.minus(Duration.ofMinutes(5)), this::atFormerServers));
        }
        if (phase == Phase.ROLLEDBACK) {
            entries.add(remembering(
                    "rehearsal-earlier-6", Phase.LIVE, now.minus(Duration.ofMinutes(4)), this::redirectsOfTheLaunch));
        }
        return entries;
    }

    /** How long browsers keep the redirects that they met after the launch. */
    private SortedMap<String, Remembered> redirectsOfTheLaunch(Instant seen) {
        Duration kept = on(Fault.REDIRECT_WAS_CACHED) ? Duration.ofDays(365) : Duration.ZERO;
        boolean permanent = on(Fault.REDIRECT_WAS_PERMANENT);
        SortedMap<String, Remembered> facts = new TreeMap<>();
        files.redirects().map(Redirects::rules).orElse(List.of()).stream()
                .filter(rule -> rule.in(Phase.LIVE))
                .forEach(rule -> {
                    String told = KeptFacts.told(permanent || rule.permanent(), kept);
                    rule.from().forEach(origin -> facts.put(KeptFacts.key(origin), new Remembered(told, "L17", seen)));
                });
        return facts;
    }

    private boolean isOld(String name) {
        return files.environment()
                .siteLeft()
                .filter(site -> site.host().equals(name))
                .isPresent();
    }

    /** @param lowered whether a name had the TTL of the launch */
    private HistoryEntry entry(String run, Instant finished, Predicate<String> lowered) {
        return remembering(run, Phase.BEFORE, finished, seen -> facts(seen, lowered));
    }

    private HistoryEntry remembering(
            String run, Phase then, Instant finished, Function<Instant, SortedMap<String, Remembered>> remembered) {
        return new HistoryEntry(
                run,
                environment,
                then,
                files.environment().siteUnderTest().origin().toString(),
                "",
                finished.minus(TOOK),
                finished,
                new TreeMap<>(),
                remembered.apply(finished.minus(TOOK)));
    }

    private SortedMap<String, Remembered> atFormerServers(Instant seen) {
        SortedMap<String, Remembered> facts = new TreeMap<>();
        zones().forEach(zone -> zone.copiedFrom().ifPresent(copy -> {
            List<String> servers =
                    copy.servers().stream().map(ServerPlace::name).toList();
            facts.put(NameFacts.delegation(zone.name()), new Remembered(NameFacts.told(servers), "B2", seen));
        }));
        return facts;
    }

    private List<Zone> zones() {
        return files.dns().map(Dns::zones).orElse(List.of());
    }

    private SortedMap<String, Remembered> facts(Instant seen, Predicate<String> lowered) {
        SortedMap<String, Remembered> facts = new TreeMap<>();
        publicLists().forEach(list -> {
            String told = Listed.told(twin.publicLists().get(list.path()));
            facts.put(list.key(), new Remembered(told, "M2", seen));
        });
        for (Zone zone : zones()) {
            zone.in(Phase.BEFORE).stream().filter(RecordSet::moves).forEach(set -> {
                String name = set.fullName(zone.name());
                Duration ttl = lowered.test(name) ? set.ttlAtMost().orElse(LONG_TTL) : LONG_TTL;
                String seconds = NameFacts.seconds(List.of(ttl));
                facts.put(NameFacts.ttl(name, set.type()), new Remembered(seconds, "B2", seen));
                facts.put(
                        NameFacts.records(name, set.type()), new Remembered(NameFacts.told(set.values()), "B2", seen));
            });
        }
        return facts;
    }

    private List<Listed> publicLists() {
        return files.application().publicPages().map(PublicPages::lists).orElse(List.of()).stream()
                .filter(list -> twin.publicLists().containsKey(list.path()))
                .toList();
    }

    private boolean on(Fault fault) {
        return Arrays.stream(Side.values()).anyMatch(side -> twin.faults().on(side, fault));
    }
}
