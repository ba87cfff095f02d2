package frontdoor;

import cutover.environment.front.RecordSet;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Question;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** How long the records of one name and type may be remembered. */
final class LifetimeRule {

    private final ZoneDesk desk;
    private final Question question;
    private final Optional<Duration> most;
    private final Optional<Duration> least;

    LifetimeRule(ZoneDesk desk, Question question, List<RecordSet> expected) {
        this.desk = desk;
        this.question = question;
        this.most = expected.stream().flatMap(set -> set.ttlAtMost().stream()).min(Duration::compareTo);
        this.least = expected.stream().flatMap(set -> set.ttlAtLeast().stream()).max(Duration::compareTo);
    }

    /** @param ttls seconds, by server; none where it has no record */
    void judge(Map<NameServer, Set<Long>> ttls) {
        Map<Set<Long>, List<NameServer>> seen = ttls.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        if (any(seen, ttl -> ttl > most.map(Duration::toSeconds).orElse(Long.MAX_VALUE))) {
            desk.findings().add(tooLong(seen));
        } else if (any(seen, ttl -> ttl < least.map(Duration::toSeconds).orElse(0L))) {
            desk.findings().add(tooShort(seen));
        } else if (seen.size() > 1) {
            desk.findings().add(differing(seen));
        }
    }

    private static boolean any(Map<Set<Long>, List<NameServer>> ttls, LongPredicate test) {
        return ttls.keySet().stream().flatMap(Set::stream).anyMatch(test::test);
    }

    private Unmet tooLong(Map<Set<Long>, List<NameServer>> seen) {
        return Finding.unmet(question.told() + " may be remembered for too long")
                .expected("TTL of at most " + most.map(Duration::toSeconds).orElse(0L) + " seconds in phase "
                        + desk.bench().phase().key())
                .butWas(told(seen))
                .lookAt(desk.recordsKey(question) + ", ttl-at-most")
                .toDo("lower the TTL, then wait one old TTL before anything is switched: going back takes as long");
    }

    private Unmet tooShort(Map<Set<Long>, List<NameServer>> seen) {
        return Finding.unmet(question.told() + " is forgotten too soon")
                .expected("TTL of at least " + least.map(Duration::toSeconds).orElse(0L) + " seconds in phase "
                        + desk.bench().phase().key())
                .butWas(told(seen))
                .lookAt(desk.recordsKey(question) + ", ttl-at-least")
                .toDo("raise the TTL now that nobody goes back; a short one costs visitors a look-up each time");
    }

    private Unmet differing(Map<Set<Long>, List<NameServer>> seen) {
        return Finding.unmet("servers of " + desk.name() + " tell different TTLs of " + question.told())
                .expected("the same TTL at all servers")
                .butWas(told(seen))
                .toDo("find out why the last change did not reach every server");
    }

    private static String told(Map<Set<Long>, List<NameServer>> ttls) {
        return ttls.entrySet().stream()
                .map(each -> each.getKey().stream().map(String::valueOf).collect(Collectors.joining(" and "))
                        + " seconds at " + ZoneDesk.told(each.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
