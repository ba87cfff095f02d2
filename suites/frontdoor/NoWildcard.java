package frontdoor;

import cutover.finding.Finding;
import cutover.probe.dns.Answered;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Question;
import java.util.List;

/** Whether a name that nobody can have set up is denied; a wildcard would answer for every misspelled or missing one. */
final class NoWildcard {

    private static final int LENGTH = 16;

    private final ZoneDesk desk;
    private final List<NameServer> servers;

    NoWildcard(ZoneDesk desk, List<NameServer> servers) {
        this.desk = desk;
        this.servers = servers;
    }

    /** Does nothing where a wildcard is listed. */
    void judged() {
        if (desk.expected().stream().noneMatch(set -> set.name().equals("*"))) {
            Question random = new Question("cutover-" + desk.bench().freshToken(LENGTH) + "." + desk.name(), "A");
            List<Answered> answers = new RecordsSeen(desk.ask(servers, List.of(random)))
                    .answers()
                    .getOrDefault(random, List.of());
            List<Answered> caught =
                    answers.stream().filter(answer -> !answer.nxdomain()).toList();
            if (!caught.isEmpty()) {
                desk.findings().add(finding(caught));
            } else if (!answers.isEmpty()) {
                desk.findings().add(Finding.met(desk.name() + " denies names that are not there"));
            }
        }
    }

    private Finding finding(List<Answered> caught) {
        String data = ZoneDesk.listed(caught.get(0).answer().stream()
                .map(each -> each.type() + " " + each.data())
                .toList());
        return Finding.unmet("a wildcard in " + desk.name() + " answers for names that nobody has set up")
                .expected("NXDOMAIN for a made-up name")
                .butWas(data + " at "
                        + ZoneDesk.told(caught.stream().map(Answered::server).toList()))
                .lookAt(ZoneDesk.CONFIG + desk.name() + ", records (list it as * if it is wanted)")
                .toDo("take the wildcard away: a missing or misspelled name looks fine and leads to the wrong service");
    }
}
