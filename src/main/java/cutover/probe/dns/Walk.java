package cutover.probe.dns;

import cutover.probe.dns.DelegationObservation.Ending;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One way from the root to a name. */
final class Walk {

    private final Budget budget;
    private final Hosts hosts;
    private final List<Cut> cuts = new ArrayList<>();
    private List<NameServer> servers;
    private String zone = Names.ROOT;

    Walk(Budget budget, List<NameServer> roots, Hosts hosts) {
        this.budget = budget;
        this.hosts = hosts;
        this.servers = roots;
    }

    DelegationObservation to(String name) {
        for (String candidate : Names.fromTheTop(name)) {
            List<DnsObservation> seen = budget.ask(servers, List.of(new Question(candidate, "NS")));
            if (!Referrals.names(seen, candidate).isEmpty()) {
                cross(cut(candidate, seen));
            } else if (Referrals.denied(seen)) {
                return ended(name, Ending.NO_SUCH_NAME, "the servers of " + zone + " know no " + candidate);
            } else if (!Referrals.settled(seen)) {
                return ended(name, Ending.DEAD_END, "no server of " + zone + " knows about " + candidate);
            }
            if (servers.isEmpty()) {
                return ended(name, Ending.DEAD_END, "no server of " + zone + " answers with authority");
            }
        }
        return ended(name, Ending.FOUND, name + " lies in the zone " + zone);
    }

    private DelegationObservation ended(String name, Ending ending, String detail) {
        return budget.spent()
                .map(limit -> new DelegationObservation(name, cuts, Ending.LIMIT, limit))
                .orElseGet(() -> new DelegationObservation(name, cuts, ending, detail));
    }

    private void cross(Cut cut) {
        cuts.add(cut);
        zone = cut.zone();
        servers = cut.servers().stream()
                .filter(Served::authoritative)
                .map(Served::server)
                .toList();
        hosts.serve(zone, servers);
    }

    private Cut cut(String child, List<DnsObservation> seen) {
        Set<String> delegated = Referrals.names(seen, child);
        List<Resource> glue = Referrals.glue(seen, delegated, zone);
        Set<NameServer> told = hosts.of(delegated, glue, child);
        List<Served> first = served(child, told);
        List<Resource> own = own(child, delegated, first);
        Set<NameServer> others = others(child, first, glue, own);
        others.removeAll(told);
        List<Served> all = new ArrayList<>(first);
        all.addAll(served(child, others));
        return new Cut(zone, child, seen, glue, own, all);
    }

    private List<Served> served(String child, Collection<NameServer> who) {
        List<DnsObservation> seen = budget.ask(who, List.of(new Question(child, "NS"), new Question(child, "SOA")));
        List<Served> served = new ArrayList<>();
        for (int i = 0; i + 1 < seen.size(); i += 2) {
            served.add(new Served(seen.get(i).server(), child, seen.get(i), seen.get(i + 1)));
        }
        return served;
    }

    /** Addresses that the zone itself tells of the servers whose names lie in it. */
    private List<Resource> own(String child, Set<String> delegated, List<Served> first) {
        List<Question> questions = names(delegated, first).stream()
                .filter(name -> Names.within(name, child))
                .flatMap(name -> List.of(new Question(name, "A"), new Question(name, "AAAA")).stream())
                .toList();
        List<NameServer> knowing =
                first.stream().filter(Served::authoritative).map(Served::server).toList();
        return budget.ask(knowing, questions).stream()
                .flatMap(each -> each.fold(answered -> answered.records().stream(), silent -> Stream.of()))
                .distinct()
                .toList();
    }

    /** Servers that the parent does not tell of, or not at that address. */
    private Set<NameServer> others(String child, List<Served> first, List<Resource> glue, List<Resource> own) {
        List<Resource> known = new ArrayList<>(glue);
        known.addAll(own);
        Set<NameServer> others = new LinkedHashSet<>(hosts.of(names(Set.of(), first), known, child));
        own.forEach(each -> others.addAll(hosts.at(each.name(), own)));
        return others;
    }

    private static Set<String> names(Set<String> delegated, List<Served> first) {
        Set<String> names = new LinkedHashSet<>(delegated);
        first.forEach(each -> names.addAll(each.names()));
        return names;
    }
}
