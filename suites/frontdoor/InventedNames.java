package frontdoor;

import common.Many;
import cutover.environment.front.Zone;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a resolver invents addresses for names that do not exist, so that its word on other names is worth nothing
 * either. A zone whose own servers answer for every name is another matter.
 */
final class InventedNames {

    private static final int LETTERS = 16;

    private final Workbench bench;
    private final OwnServers own;

    InventedNames(Workbench bench, OwnServers own) {
        this.bench = bench;
        this.own = own;
    }

    void judged() {
        Optional<ZoneTold> zone = own.told().stream()
                .filter(told -> told.cut().isPresent() && !told.servers().isEmpty())
                .filter(told -> !told.zone().undelegated().contains(bench.phase()))
                .findFirst();
        zone.ifPresent(this::judged);
    }

    private void judged(ZoneTold told) {
        Zone zone = told.zone();
        Question random = new Question("x" + bench.freshToken(LETTERS) + "." + zone.name(), "A");
        List<DnsObservation> seen = new Resolvers(bench).ask(List.of(random));
        List<Answered> inventing =
                seen.stream().flatMap(each -> inventing(each).stream()).toList();
        if (inventing.isEmpty() || !denied(told.servers(), random)) {
            boolean heard = seen.stream().anyMatch(each -> each.fold(answered -> true, silent -> false));
            if (heard && inventing.isEmpty()) {
                bench.findings().add(Finding.met("no resolver invents an address for a name that does not exist"));
            }
            return;
        }
        bench.findings()
                .add(
                        Finding.unmet("addresses for names that do not exist are invented by " + inventing.size()
                                        + " of " + seen.size() + " resolvers")
                                .expected("no such name, as the servers of " + zone.name() + " say")
                                .butWas(Many.told(
                                        inventing.stream()
                                                .map(InventedNames::line)
                                                .toList(),
                                        "\n"))
                                .lookAt("config/dns, resolvers and resolver-lists")
                                .toDo(
                                        "nothing can be corrected in the zone: its users see the operator's page for every name"
                                                + " that is missing. Tell support, and take the resolver off the list, it is no witness"));
    }

    private boolean denied(List<NameServer> servers, Question random) {
        return bench
                .outside()
                .names()
                .askAll(servers.stream()
                        .map(server -> Query.authoritative(server, random))
                        .toList())
                .stream()
                .allMatch(each -> inventing(each).isEmpty());
    }

    private static Optional<Answered> inventing(DnsObservation seen) {
        return seen.fold(
                answered -> Optional.of(answered)
                        .filter(each -> each.noerror() && !each.answer().isEmpty()),
                silent -> Optional.empty());
    }

    private static String line(Answered answer) {
        return Who.told(answer.server()) + ": "
                + answer.answer().stream().map(Resource::data).collect(Collectors.joining(", "))
                + " for a random name";
    }
}
