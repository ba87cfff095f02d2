package cutover.probe.dns;

import cutover.probe.dns.Served.Standing;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where one zone ends and the next begins.
 *
 * @param parent the zone above
 * @param zone the zone that begins
 * @param asked what each server of the parent said about the zone's NS records
 * @param glue addresses of the zone's servers as the parent tells them
 * @param own addresses of those servers whose names lie in the zone, as the zone tells them
 * @param servers each address of each server that the parent or the zone names
 */
public record Cut(
        String parent,
        String zone,
        List<DnsObservation> asked,
        List<Resource> glue,
        List<Resource> own,
        List<Served> servers) {

    public Cut {
        asked = List.copyOf(asked);
        glue = List.copyOf(glue);
        own = List.copyOf(own);
        servers = List.copyOf(servers);
    }

    /** The names of the zone's servers according to the parent's servers together, in order. */
    public Set<String> delegated() {
        return Referrals.names(asked, zone);
    }

    /** According to one of the parent's servers. */
    public Set<String> delegatedBy(DnsObservation parentServer) {
        return Referrals.names(parentServer, zone);
    }

    /** According to the zone's own servers together, in order. */
    public Set<String> named() {
        return servers.stream().flatMap(each -> each.names().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Every server of the parent that answered and every server that serves the zone names the same servers. False when
     * no server of the zone names any.
     */
    public boolean agreed() {
        Set<String> all = delegated();
        return servers.stream().anyMatch(Served::authoritative)
                && servers.stream().filter(Served::authoritative).allMatch(each -> all.equals(each.names()))
                && asked.stream()
                        .filter(each -> each.fold(answered -> true, silent -> false))
                        .allMatch(each -> all.equals(delegatedBy(each)));
    }

    public List<Served> with(Standing standing) {
        return servers.stream().filter(each -> each.standing() == standing).toList();
    }

    /** Servers that are named by the parent or by the zone and that nobody has an address for, in order. */
    public Set<String> homeless() {
        Set<String> names = new TreeSet<>(delegated());
        names.addAll(named());
        servers.forEach(each -> names.remove(each.server().name()));
        return names;
    }

    /**
     * Addresses in which parent and zone differ, among the servers whose names lie in the zone and for which the parent
     * tells an address; each without its lifetime: "ns1.example.org A 192.0.2.1". Empty when nobody serves the zone, so
     * that it can't tell any.
     */
    public Set<String> strayGlue() {
        Set<String> byParent = facts(
                glue.stream().filter(each -> Names.within(each.name(), zone)).toList());
        Set<String> glued = glue.stream().map(Resource::name).collect(Collectors.toSet());
        Set<String> byZone =
                facts(own.stream().filter(each -> glued.contains(each.name())).toList());
        Set<String> stray = new TreeSet<>(byParent);
        stray.removeAll(byZone);
        byZone.stream().filter(each -> !byParent.contains(each)).forEach(stray::add);
        return servers.stream().noneMatch(Served::authoritative) ? Set.of() : stray;
    }

    private static Set<String> facts(List<Resource> records) {
        return records.stream().map(Resource::fact).collect(Collectors.toCollection(TreeSet::new));
    }
}
