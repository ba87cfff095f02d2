package frontdoor;

import cutover.environment.front.RecordSet;
import cutover.finding.Finding;
import cutover.probe.dns.Answered;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Question;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether each server has exactly the records that are listed, for each listed name and each type. */
final class ListedRecords {

    static final List<String> TYPES = List.of("A", "AAAA", "CNAME", "MX", "TXT", "CAA");

    private final ZoneDesk desk;
    private final RecordsSeen seen;
    private final Set<String> hidden = new TreeSet<>();

    /** Asks all servers at once. */
    ListedRecords(ZoneDesk desk, List<NameServer> servers) {
        this.desk = desk;
        this.seen = new RecordsSeen(desk.ask(servers, questions(desk)));
    }

    /** Each type of each name that is listed for any phase. */
    static List<Question> questions(ZoneDesk desk) {
        return desk.zone().records().stream()
                .map(set -> set.fullName(desk.name()))
                .distinct()
                .flatMap(name -> TYPES.stream().map(type -> new Question(name, type)))
                .toList();
    }

    void judged() {
        seen.troubles().forEach(this::trouble);
        seen.answers().forEach(this::apexAlias);
        seen.answers().forEach(this::records);
        new LongestTold(desk).tell(seen.answers());
        LinkedHashSet<String> names = new LinkedHashSet<>();
        seen.answers().keySet().forEach(question -> names.add(question.name()));
        desk.findings()
                .add(Finding.met("all types of records were asked of " + desk.name() + "'s servers for "
                        + ZoneDesk.listed(names)));
    }

    /** Each alias that a server tells, by name. */
    Map<String, Set<String>> aliases() {
        Map<String, Set<String>> aliases = new TreeMap<>();
        seen.answers()
                .forEach((question, answers) -> answers.stream()
                        .filter(answer -> question.type().equals("CNAME"))
                        .flatMap(answer -> RecordsSeen.own(answer).stream())
                        .forEach(alias -> aliases.computeIfAbsent(alias.name(), name -> new TreeSet<>())
                                .add(alias.data())));
        return aliases;
    }

    private void trouble(NameServer server, List<String> lines) {
        desk.findings()
                .add(Finding.unmet(ZoneDesk.told(server) + " does not answer every question about " + desk.name())
                        .expected("an answer with authority about each name and type that is listed")
                        .butWas(lines.size() + " without: "
                                + lines.stream().limit(3).collect(Collectors.joining("; ")))
                        .toDo("ask the server the same by hand (dig +norecurse); see its log"));
    }

    /** Beside an alias no other record counts, so that nothing more is said about the name. */
    private void apexAlias(Question question, List<Answered> answers) {
        boolean aliased = question.name().equals(desk.name())
                && question.type().equals("CNAME")
                && answers.stream().anyMatch(answer -> !RecordsSeen.own(answer).isEmpty());
        if (aliased) {
            hidden.add(desk.name());
            desk.findings()
                    .add(Finding.unmet("the zone's own name " + desk.name()
                                    + " is an alias (CNAME): it hides the zone's MX and TXT records, mail stops")
                            .expected("A and AAAA records at " + desk.name() + ", no CNAME")
                            .butWas(new SetsSeen(answers).told())
                            .toDo(
                                    "take the CNAME away; use the provider's own alias record (ALIAS, ANAME), which answers"
                                            + " with addresses"));
        }
    }

    private void records(Question question, List<Answered> answers) {
        if (!hidden.contains(question.name())) {
            List<RecordSet> expected = desk.expected().stream()
                    .filter(set -> set.fullName(desk.name()).equals(question.name())
                            && set.type().equals(question.type()))
                    .toList();
            new RecordRule(desk, question, expected).judge(new SetsSeen(answers));
        }
    }
}
