package frontdoor;

import common.Many;
import cutover.environment.front.Dns;
import cutover.environment.front.RecordSet;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Durations;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.Question;
import cutover.probe.dns.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether resolvers remember what will change for longer than its own servers now allow: they have it from before. */
final class RememberedTooLong {

    private final Workbench bench;
    private final Map<Question, Duration> most = new TreeMap<>(Comparator.comparing(Question::told));

    RememberedTooLong(Workbench bench, Dns dns) {
        this.bench = bench;
        Moving.in(dns, bench.phase())
                .forEach(name -> name.sets().stream()
                        .filter(set -> set.in(bench.phase()))
                        .forEach(set -> note(name, set)));
    }

    private void note(Moving name, RecordSet set) {
        set.ttlAtMost().ifPresent(ttl -> most.put(new Question(name.name(), set.type()), ttl));
    }

    void judged() {
        List<DnsObservation> seen = new Resolvers(bench).ask(List.copyOf(most.keySet()));
        List<Answered> heard = seen.stream()
                .flatMap(each -> each.fold(Stream::of, silent -> Stream.<Answered>of()))
                .toList();
        List<String> lines = new ArrayList<>();
        Duration longest = Duration.ZERO;
        for (Answered answer : heard) {
            Optional<Duration> left = tooLong(answer);
            left.ifPresent(time -> lines.add(line(answer, time)));
            longest = max(longest, left);
        }
        if (!lines.isEmpty()) {
            bench.findings().add(unmet(lines, longest));
        } else if (!heard.isEmpty()) {
            bench.findings().add(Finding.met("no resolver that answers remembers them for longer"));
        }
    }

    private Optional<Duration> tooLong(Answered answer) {
        Question question = answer.question();
        return answer.rrset(question.name(), question.type()).stream()
                .map(Resource::ttl)
                .map(Duration::ofSeconds)
                .filter(ttl -> ttl.compareTo(most.get(question)) > 0)
                .max(Duration::compareTo);
    }

    private static Duration max(Duration one, Optional<Duration> other) {
        return other.filter(it -> it.compareTo(one) > 0).orElse(one);
    }

    private static String line(Answered answer, Duration left) {
        return Who.told(answer.server()) + " remembers " + answer.question().told() + " for another "
                + Durations.told(left);
    }

    private Finding unmet(List<String> lines, Duration longest) {
        PropagationClock clock =
                new PropagationClock(bench.clock().instant(), bench.clock().getZone(), List.of());
        return Finding.unmet("resolvers still have records with the TTL from before it was lowered")
                .expected("nothing that will change is remembered for longer than ttl-at-most")
                .butWas(Many.told(lines, "\n"))
                .lookAt("config/dns, zones, records, ttl-at-most")
                .toDo("switch nothing before " + clock.time(clock.now().plus(longest))
                        + "; their users stay on the old host until then");
    }
}
