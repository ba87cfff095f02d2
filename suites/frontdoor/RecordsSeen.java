package frontdoor;

import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Question;
import cutover.probe.dns.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What each server of a zone says to each question; a question without a usable answer is told apart. */
final class RecordsSeen {

    private final List<DnsObservation> all;

    RecordsSeen(List<DnsObservation> all) {
        this.all = List.copyOf(all);
    }

    /** The answers that can be judged, by question, in the order of the questions. */
    Map<Question, List<Answered>> answers() {
        Map<Question, List<Answered>> answers = new LinkedHashMap<>();
        all.forEach(each -> usable(each)
                .ifPresent(answer -> answers.computeIfAbsent(each.question(), question -> new ArrayList<>())
                        .add(answer)));
        return answers;
    }

    /** What came instead of usable answers, by server: "www.example.org MX: SERVFAIL". */
    Map<NameServer, List<String>> troubles() {
        return all.stream()
                .filter(each -> usable(each).isEmpty())
                .collect(Collectors.groupingBy(
                        DnsObservation::server,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                each -> each.question().told() + ": " + each.outcome(), Collectors.toList())));
    }

    /** Each record of each server, without its lifetime. */
    Set<String> facts() {
        return answers().values().stream()
                .flatMap(List::stream)
                .flatMap(answer -> own(answer).stream())
                .map(Resource::fact)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The records of exactly the name and type that were asked for: not those at the end of an alias. */
    static List<Resource> own(Answered answer) {
        return answer.rrset(answer.question().name(), answer.question().type());
    }

    private static Optional<Answered> usable(DnsObservation seen) {
        return seen.fold(
                answer -> Optional.of(answer)
                        .filter(each -> each.aa() && !each.tc() && (each.noerror() || each.nxdomain())),
                silent -> Optional.empty());
    }
}
