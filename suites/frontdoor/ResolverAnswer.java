package frontdoor;

import cutover.environment.front.Resolver;
import cutover.patience.Durations;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.Resource;
import cutover.probe.dns.Silent;
import cutover.runbook.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one resolver tells of one name that moves.
 *
 * @param words what it told, without whose words they are
 * @param left how long it may still remember what is not new; zero when it told none of that
 */
record ResolverAnswer(Resolver resolver, Moving name, Told told, String words, Duration left) {

    /** @param seen one answer for each of the name's questions */
    static ResolverAnswer of(Resolver resolver, Moving name, Phase phase, List<DnsObservation> seen) {
        Optional<DnsObservation> trouble = seen.stream()
                .filter(each -> trouble(each).isPresent())
                .reduce((one, other) ->
                        trouble(other).get().compareTo(trouble(one).get()) > 0 ? other : one);
        if (trouble.isPresent()) {
            DnsObservation worst = trouble.get();
            return new ResolverAnswer(
                    resolver,
                    name,
                    trouble(worst).get(),
                    worst.outcome() + " (asked for " + worst.question().type() + ")",
                    Duration.ZERO);
        }
        List<Answered> answers = seen.stream()
                .flatMap(each -> each.fold(Stream::of, silent -> Stream.<Answered>of()))
                .toList();
        return of(resolver, name, phase, answers, values(name, answers));
    }

    private static ResolverAnswer of(
            Resolver resolver, Moving name, Phase phase, List<Answered> answers, Map<String, Set<String>> values) {
        boolean verified = answers.stream().allMatch(Answered::ad);
        boolean must = resolver.validates() && name.zone().signed();
        Told told = told(name, phase, values);
        Told counts = told == Told.NEW && must && !verified ? Told.UNVERIFIED : told;
        Duration left = told == Told.NEW ? Duration.ZERO : left(name, phase, answers, values);
        String kept = left.isZero() ? "" : ", to be remembered for another " + Durations.told(left);
        return new ResolverAnswer(resolver, name, counts, words(values) + kept, left);
    }

    private static Optional<Told> trouble(DnsObservation seen) {
        return seen.fold(
                answered -> answered.noerror() || answered.nxdomain()
                        ? Optional.empty()
                        : Optional.of(answered.refused() ? Told.REFUSED : Told.FAILED),
                silent -> Optional.of(silent.kind() == Silent.Kind.NOT_ASKED ? Told.NOT_ASKED : Told.SILENT));
    }

    private static Told told(Moving name, Phase phase, Map<String, Set<String>> values) {
        if (name.fits(phase, values)) {
            return Told.NEW;
        }
        if (values.isEmpty()) {
            return Told.NEGATIVE;
        }
        if (name.fitsAnotherThan(phase, values)) {
            return Told.OLD;
        }
        return name.knows(values) ? Told.MIXED : Told.OTHER;
    }

    /** What stands at the name itself, by type: an alias also comes as answer to a question about addresses. */
    private static Map<String, Set<String>> values(Moving name, List<Answered> answers) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (String type : name.types()) {
            Set<String> data = new TreeSet<>();
            answers.forEach(answer -> answer.rrset(name.name(), type).forEach(one -> data.add(one.data())));
            if (!data.isEmpty()) {
                values.put(type, data);
            }
        }
        return values;
    }

    private static Duration left(Moving name, Phase phase, List<Answered> answers, Map<String, Set<String>> values) {
        List<Duration> times = new ArrayList<>();
        for (String type : name.types()) {
            if (!name.fits(phase, type, values.getOrDefault(type, Set.of()))) {
                answers.forEach(answer -> times.addAll(times(answer, name.name(), type)));
            }
        }
        return times.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static List<Duration> times(Answered answer, String name, String type) {
        List<Resource> records = answer.rrset(name, type);
        if (records.isEmpty()) {
            return answer.question().type().equals(type)
                    ? answer.negativeTtl().stream().toList()
                    : List.of();
        }
        return records.stream().map(record -> Duration.ofSeconds(record.ttl())).toList();
    }

    private static String words(Map<String, Set<String>> values) {
        return values.isEmpty()
                ? "nothing"
                : values.entrySet().stream()
                        .map(each -> each.getKey() + " " + String.join(", ", each.getValue()))
                        .collect(Collectors.joining("; "));
    }

    /** "Example (192.0.2.53)". */
    String who() {
        return resolver.name() + " (" + resolver.address() + (resolver.validates() ? ", verifies signatures)" : ")");
    }

    /** With what it told. */
    String line() {
        return who() + ": " + words;
    }
}
