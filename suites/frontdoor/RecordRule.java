package frontdoor;

import cutover.environment.front.RecordSet;
import cutover.finding.Finding;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must stand at one name for one type. */
final class RecordRule {

    private final ZoneDesk desk;
    private final Question question;
    private final List<RecordSet> expected;
    private final Set<String> values;

    /** @param expected of this name, type and phase; empty when there must be none */
    RecordRule(ZoneDesk desk, Question question, List<RecordSet> expected) {
        this.desk = desk;
        this.question = question;
        this.expected = expected;
        this.values = Spelling.of(
                question.type(),
                expected.stream().flatMap(set -> set.values().stream()).toList());
    }

    void judge(SetsSeen seen) {
        Map<Set<String>, List<NameServer>> wrong = new LinkedHashMap<>(seen.sets());
        boolean some = wrong.keySet().removeIf(this::fits);
        wrong.forEach((set, servers) -> desk.findings().add(finding(set, servers, some)));
        if (wrong.isEmpty()) {
            new LifetimeRule(desk, question, expected).judge(seen.ttls());
            if (!expected.isEmpty()) {
                desk.findings().add(Finding.met(question.told() + ": " + told()));
            }
        }
    }

    private boolean fits(Set<String> seen) {
        boolean each = expected.stream().anyMatch(set -> set.each().isPresent());
        return each ? !seen.isEmpty() && seen.stream().allMatch(this::fits) : seen.equals(values);
    }

    private boolean fits(String data) {
        return values.contains(data)
                || expected.stream()
                        .flatMap(set -> set.each().stream())
                        .anyMatch(each -> each.matcher(data).matches());
    }

    /** @param some whether other servers have the right ones */
    private Finding finding(Set<String> set, List<NameServer> servers, boolean some) {
        String sentence = some
                ? ZoneDesk.told(servers) + " still says something else about " + question.told()
                        + " than the other servers"
                : question.told() + " " + fault(set);
        String toDo = some
                ? "find out why the last change did not reach it; until then some people get the old answer"
                : toDo(set);
        return Finding.unmet(sentence)
                .expected(told())
                .butWas(ZoneDesk.listed(set) + " at " + ZoneDesk.told(servers))
                .lookAt(key())
                .toDo(toDo);
    }

    private String fault(Set<String> set) {
        if (set.isEmpty()) {
            return "is missing";
        }
        if (expected.isEmpty()) {
            return "must not be there in phase " + desk.bench().phase().key();
        }
        if (values.isEmpty()) {
            return "has values that do not fit";
        }
        Set<String> extra = without(set, values);
        Set<String> lost = without(values, set);
        if (lost.isEmpty()) {
            return "has a record too many: " + ZoneDesk.listed(extra);
        }
        return extra.isEmpty() ? "lacks " + ZoneDesk.listed(lost) : "is not what it must be";
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private String toDo(Set<String> set) {
        return switch (question.type()) {
            case "A", "AAAA" -> address(set);
            case "CNAME" ->
                "correct it; behind an edge network the target is the distribution's name,"
                        + " not the gateway's (execute-api), which has no certificate for this host";
            case "MX" -> "put the records back now: mail to " + question.name() + " bounces until then";
            case "TXT" -> "put the record back as listed: without SPF, DKIM and DMARC mail from here ends as spam";
            case "CAA" -> "let the record name the authority that issues the certificates, also for the next renewal";
            default -> "correct the record, or the list";
        };
    }

    private String address(Set<String> set) {
        if (expected.isEmpty()) {
            return "take the record away: it leads people where nobody must be led in this phase";
        }
        return set.isEmpty()
                ? "set it; A and AAAA must lead to the same place, or people with IPv6 come out elsewhere than others"
                : "correct it: each address that is told gets its share of the visitors";
    }

    private String told() {
        String patterns = expected.stream()
                .flatMap(set -> set.each().stream())
                .map(each -> "at least one, each like " + each)
                .collect(Collectors.joining(", "));
        return patterns.isEmpty() ? ZoneDesk.listed(values) : patterns;
    }

    private String key() {
        return desk.recordsKey(question);
    }
}
