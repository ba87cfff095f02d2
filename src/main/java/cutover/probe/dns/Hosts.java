package cutover.probe.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the addresses of name servers, of both families, in one walk. */
final class Hosts {

    private final Budget budget;
    private final List<NameServer> roots;
    private final Function<InetAddress, InetSocketAddress> reach;
    private final int mostDeep;
    private final Map<String, Set<NameServer>> servers = new HashMap<>();
    private final Map<String, Set<NameServer>> hosts = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    Hosts(Budget budget, List<NameServer> roots, Function<InetAddress, InetSocketAddress> reach, int mostDeep) {
        this.budget = budget;
        this.roots = roots;
        this.reach = reach;
        this.mostDeep = mostDeep;
    }

    /** Remembers for this walk who serves a zone. */
    void serve(String zone, Collection<NameServer> theirs) {
        servers.put(zone, new LinkedHashSet<>(theirs));
    }

    /**
     * The servers of those names: where the parent tells addresses there, otherwise where their own zones say.
     *
     * @param within names of this zone are not looked for beyond what the parent tells, as it would lead in a circle
     */
    Set<NameServer> of(Set<String> names, List<Resource> glue, String within) {
        Set<NameServer> found = new LinkedHashSet<>();
        for (String name : names) {
            Set<NameServer> told = at(name, glue);
            found.addAll(told.isEmpty() && !Names.within(name, within) ? found(name) : told);
        }
        return found;
    }

    /** The servers of that name at the addresses among the records. */
    Set<NameServer> at(String name, List<Resource> records) {
        Set<NameServer> at = new LinkedHashSet<>();
        for (Resource each : records) {
            if (each.is(name, "A") || each.is(name, "AAAA")) {
                at.add(new NameServer(name, reach.apply(address(each.data()))));
            }
        }
        return at;
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of a record is no address: " + literal, e);
        }
    }

    private Set<NameServer> found(String host) {
        if (hosts.containsKey(host)) {
            return hosts.get(host);
        }
        if (underWay.contains(host)) {
            return Set.of();
        }
        if (underWay.size() >= mostDeep) {
            budget.reached("names of name servers that hang on each other more than " + mostDeep + " deep");
            return Set.of();
        }
        underWay.add(host);
        Set<NameServer> found = sought(host);
        underWay.remove(host);
        // in a circle less was found than there is
        if (underWay.isEmpty()) {
            hosts.put(host, found);
        }
        return found;
    }

    private Set<NameServer> sought(String host) {
        List<DnsObservation> seen =
                budget.ask(serversFor(host), List.of(new Question(host, "A"), new Question(host, "AAAA")));
        List<Resource> records = new ArrayList<>();
        seen.forEach(each -> records.addAll(each.fold(Answered::answer, silent -> List.of())));
        return at(host, records);
    }

    private Collection<NameServer> serversFor(String host) {
        Collection<NameServer> current = roots;
        String zone = Names.ROOT;
        for (String candidate : Names.fromTheTop(host)) {
            if (!servers.containsKey(candidate)) {
                List<DnsObservation> seen = budget.ask(current, List.of(new Question(candidate, "NS")));
                Set<String> names = Referrals.names(seen, candidate);
                if (names.isEmpty()) {
                    continue;
                }
                serve(candidate, of(names, Referrals.glue(seen, names, zone), candidate));
            }
            current = servers.get(candidate);
            zone = candidate;
        }
        return current;
    }
}
