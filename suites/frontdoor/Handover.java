package frontdoor;

import cutover.finding.Finding;
import cutover.probe.dns.Cut;
import cutover.probe.dns.DelegationObservation;
import cutover.probe.dns.DelegationObservation.Ending;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Question;
import cutover.probe.dns.Resource;
import cutover.probe.dns.Served;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who serves a zone: according to its parent, to itself and to the configuration. */
final class Handover {

    private final ZoneDesk desk;
    private final Set<String> expected;
    private final List<NameServer> parents = new ArrayList<>();

    Handover(ZoneDesk desk) {
        this.desk = desk;
        this.expected = new TreeSet<>(desk.zone().nameServers());
    }

    /** All servers that are named, at each of their addresses; empty, with a finding added, when nobody is. */
    List<Served> judged() {
        return desk.undelegated() ? atTheNewServers() : fromTheRoot();
    }

    /** The servers of the zone above that answered; none before {@link #judged} or where it still points elsewhere. */
    List<NameServer> parents() {
        return List.copyOf(parents);
    }

    /** The parent points elsewhere, so that only the configuration knows where they are. */
    private List<Served> atTheNewServers() {
        List<NameServer> servers = desk.zone().servers().stream()
                .map(desk.bench().outside()::server)
                .toList();
        List<DnsObservation> seen =
                desk.ask(servers, List.of(new Question(desk.name(), "NS"), new Question(desk.name(), "SOA")));
        List<Served> served = new ArrayList<>();
        for (int i = 0; i + 1 < seen.size(); i += 2) {
            served.add(new Served(seen.get(i).server(), desk.name(), seen.get(i), seen.get(i + 1)));
        }
        unlessConfigured(served.stream().flatMap(each -> each.names().stream()).toList());
        byItself(served);
        return served;
    }

    private List<Served> fromTheRoot() {
        DelegationObservation walk = desk.bench().outside().delegation().walk(desk.name());
        return walk.last()
                .filter(cut -> cut.zone().equals(desk.name()))
                .map(this::judged)
                .orElseGet(() -> nowhere(walk));
    }

    private List<Served> judged(Cut cut) {
        unlessConfigured(cut.delegated());
        byTheParent(cut);
        byItself(cut.servers());
        addresses(cut);
        return cut.servers();
    }

    /** Without a configured set all must say the same, whatever it is. */
    private void unlessConfigured(Collection<String> said) {
        if (desk.zone().nameServers().isEmpty()) {
            expected.addAll(said);
        }
    }

    private List<Served> nowhere(DelegationObservation walk) {
        boolean cutOff = walk.ending() == Ending.DEAD_END && walk.cuts().isEmpty();
        if (cutOff || walk.ending() == Ending.LIMIT) {
            desk.findings()
                    .add(Finding.unknown("the way from the root to " + desk.name() + " could not be walked from here")
                            .expected("answers of the root's servers and of all below")
                            .because(walk.detail())
                            .toDo("see whether this machine may ask any name server at port "
                                    + desk.dns().port() + " over UDP and TCP; then run again"));
        } else {
            desk.findings()
                    .add(Finding.unmet(desk.name() + " is handed over to nobody")
                            .expected(walk.zone() + " names " + ZoneDesk.listed(expected))
                            .butWas(walk.detail())
                            .lookAt(ZoneDesk.CONFIG + desk.name() + ", name-servers")
                            .toDo("look at the domain at its registrar: run out, on hold, or without name servers"));
        }
        return List.of();
    }

    private void byTheParent(Cut cut) {
        List<DnsObservation> heard = cut.asked().stream()
                .filter(each -> each.fold(answered -> true, silent -> false))
                .toList();
        heard.forEach(each -> parents.add(each.server()));
        Map<Set<String>, List<NameServer>> sets = grouped(heard, DnsObservation::server, cut::delegatedBy);
        desk.findings()
                .expect(
                        sets.keySet().equals(Set.of(expected)),
                        cut.parent() + " names the servers of " + desk.name() + ": " + ZoneDesk.listed(expected),
                        Finding.unmet(cut.parent() + " names other servers for " + desk.name()
                                        + " than the configuration")
                                .expected(ZoneDesk.listed(expected))
                                .butWas(told(sets))
                                .lookAt(ZoneDesk.CONFIG + desk.name() + ", name-servers")
                                .toDo("set these name servers at the registrar: edits in a zone to which nobody is sent"
                                        + " have no effect; correct name-servers if the others are right"));
    }

    private void byItself(List<Served> servers) {
        Map<Set<String>, List<NameServer>> sets =
                grouped(servers.stream().filter(Served::authoritative).toList(), Served::server, Served::names);
        if (sets.isEmpty()) {
            return;
        }
        desk.findings()
                .expect(
                        sets.keySet().equals(Set.of(expected)),
                        desk.name() + " names its own servers: " + ZoneDesk.listed(expected),
                        Finding.unmet(desk.name() + " itself names other servers than the configuration")
                                .expected(ZoneDesk.listed(expected))
                                .butWas(told(sets))
                                .lookAt(ZoneDesk.CONFIG + desk.name() + ", name-servers")
                                .toDo("correct the NS records in the zone itself, at each server that is shown:"
                                        + " resolvers believe them more than the parent's"));
    }

    private void addresses(Cut cut) {
        if (!cut.homeless().isEmpty()) {
            desk.findings()
                    .add(Finding.unmet("no address is known of a server of " + desk.name() + ": "
                                    + ZoneDesk.listed(cut.homeless()))
                            .expected("an address of each name server")
                            .butWas("none in " + cut.parent() + ", and none in the server's own zone")
                            .toDo("publish the server's address, or take the server out of the delegation"));
        }
        if (!cut.strayGlue().isEmpty()) {
            desk.findings()
                    .add(Finding.unmet(cut.parent() + " tells other addresses of " + desk.name()
                                    + "'s servers than the zone itself")
                            .expected("the same addresses (glue) in both")
                            .butWas(stray(cut))
                            .toDo("correct the host records at the registrar"));
        }
    }

    /** Which of both tells what the other does not. */
    private static String stray(Cut cut) {
        Set<String> above = cut.glue().stream().map(Resource::fact).collect(Collectors.toSet());
        return Stream.of(true, false)
                .map(parent -> cut.strayGlue().stream()
                        .filter(fact -> parent == above.contains(fact))
                        .collect(Collectors.joining(
                                ", ", "only according to " + (parent ? cut.parent() : cut.zone()) + ": ", "")))
                .filter(line -> !line.endsWith(": "))
                .collect(Collectors.joining("\n"));
    }

    private static <T> Map<Set<String>, List<NameServer>> grouped(
            Collection<T> seen, Function<T, NameServer> server, Function<T, Set<String>> names) {
        return seen.stream()
                .collect(Collectors.groupingBy(
                        names, LinkedHashMap::new, Collectors.mapping(server, Collectors.toList())));
    }

    private static String told(Map<Set<String>, List<NameServer>> sets) {
        return sets.entrySet().stream()
                .map(each -> ZoneDesk.listed(each.getKey()) + " according to " + ZoneDesk.told(each.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
