package frontdoor;

import cutover.environment.front.Zone;
import cutover.finding.Finding;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Question;
import cutover.runbook.Phase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a zone has lost, or got, on its way from its former servers; all types of all listed names. Looked at until the
 * launch is over, since the former servers drop the zone some day and this one goes on.
 */
final class CopiedZone {

    private static final Set<Phase> LOOKED_AT = Set.of(Phase.BEFORE, Phase.UAT, Phase.LIVE);

    private final ZoneDesk desk;
    private final List<NameServer> servers;

    CopiedZone(ZoneDesk desk, List<NameServer> servers) {
        this.desk = desk;
        this.servers = servers;
    }

    void judged() {
        if (LOOKED_AT.contains(desk.bench().phase())) {
            desk.zone().copiedFrom().ifPresent(this::compared);
        }
    }

    private void compared(Zone.Copy copy) {
        List<NameServer> former =
                copy.servers().stream().map(desk.bench().outside()::server).toList();
        List<Question> questions = ListedRecords.questions(desk).stream()
                .filter(question -> !copy.mayDiffer().contains(relative(question)))
                .toList();
        List<DnsObservation> seen = desk.ask(former, questions);
        RecordsSeen before = new RecordsSeen(seen);
        if (before.answers().isEmpty()) {
            desk.findings().add(gone(former, seen));
        } else {
            differences(former, before.facts(), new RecordsSeen(desk.ask(servers, questions)).facts());
        }
    }

    private void differences(List<NameServer> former, Set<String> before, Set<String> now) {
        Set<String> lost = new TreeSet<>(before);
        lost.removeAll(now);
        Set<String> got = new TreeSet<>(now);
        got.removeAll(before);
        desk.findings()
                .expect(
                        lost.isEmpty(),
                        desk.name() + " has kept all records that it had at " + ZoneDesk.told(former),
                        Finding.unmet(desk.name() + " has lost on its way: " + ZoneDesk.listed(lost))
                                .expected("all records that it had at " + ZoneDesk.told(former))
                                .butWas("lost: " + ZoneDesk.listed(lost) + "; new: " + ZoneDesk.listed(got))
                                .lookAt(key())
                                .toDo("copy the records; what is meant to change belongs into may-differ"));
        desk.findings()
                .expect(
                        got.isEmpty() || !lost.isEmpty(),
                        desk.name() + " has got no other records than it had",
                        Finding.unmet(desk.name() + " has got on its way: " + ZoneDesk.listed(got))
                                .expected("no more records than it had at " + ZoneDesk.told(former))
                                .butWas(ZoneDesk.listed(got))
                                .lookAt(key())
                                .toDo("take the records away; what is meant to change belongs into may-differ"));
    }

    private Finding gone(List<NameServer> former, List<DnsObservation> seen) {
        return Finding.unknown(desk.name() + " can't be compared with what it was at " + ZoneDesk.told(former))
                .expected("the zone's records at its former servers")
                .because(seen.stream()
                        .map(each -> each.question().told() + ": " + each.outcome())
                        .findFirst()
                        .orElse("all may differ"))
                .lookAt(key())
                .toDo("compare with an export of the old zone by hand, then take copied-from out of the configuration");
    }

    /** "@ MX", as in the configuration. */
    private String relative(Question question) {
        String name = question.name().equals(desk.name())
                ? "@"
                : question.name()
                        .substring(0, question.name().length() - desk.name().length() - 1);
        return name + " " + question.type();
    }

    private String key() {
        return ZoneDesk.CONFIG + desk.name() + ", copied-from";
    }
}
