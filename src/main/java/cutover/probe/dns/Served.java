package cutover.probe.dns;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How one server, at one of its addresses, serves a zone that it is listed for.
 *
 * @param ns what it says when asked for the zone's NS records, without recursion
 * @param soa what it says when asked for the zone's SOA record, without recursion
 */
public record Served(NameServer server, String zone, DnsObservation ns, DnsObservation soa) {

    /** What the server is to the zone; the later, the worse. */
    public enum Standing {
        /** It answers both questions with authority. */
        AUTHORITATIVE,
        /** It answers without authority, or knows no such zone. */
        LAME,
        /** It does not want to answer. */
        REFUSED,
        /** It answers with another error, for instance SERVFAIL for a zone that it could not load. */
        FAILED,
        /** It does not answer. */
        DEAD,
        /** We could not ask, for instance over IPv6 on a machine without; says nothing about the server. */
        UNTOLD
    }

    /** The worse of both answers. */
    public Standing standing() {
        Standing first = ns.fold(Served::standing, Served::standing);
        Standing second = soa.fold(Served::standing, Served::standing);
        return first.compareTo(second) > 0 ? first : second;
    }

    private static Standing standing(Answered answered) {
        if (answered.refused()) {
            return Standing.REFUSED;
        }
        if (!answered.noerror() && !answered.nxdomain()) {
            return Standing.FAILED;
        }
        boolean serves = answered.aa() && !answered.records().isEmpty();
        return serves ? Standing.AUTHORITATIVE : Standing.LAME;
    }

    private static Standing standing(Silent silent) {
        return silent.kind() == Silent.Kind.NOT_ASKED ? Standing.UNTOLD : Standing.DEAD;
    }

    public boolean authoritative() {
        return standing() == Standing.AUTHORITATIVE;
    }

    /** The zone's servers according to this one, in order; empty unless it answers with authority. */
    public Set<String> names() {
        return ns.fold(
                answered -> answered.aa()
                        ? answered.rrset(zone, "NS").stream()
                                .map(Resource::data)
                                .collect(Collectors.toCollection(TreeSet::new))
                        : Set.of(),
                silent -> Set.of());
    }

    /** Whether it took longer for one of the two answers. */
    public boolean slowerThan(Duration limit) {
        return ns.took().compareTo(limit) > 0 || soa.took().compareTo(limit) > 0;
    }

    /** "ns1.example.org (192.0.2.1:53): LAME, NOERROR / NOERROR". */
    public String told() {
        return "%s: %s, %s / %s".formatted(server.told(), standing(), ns.outcome(), soa.outcome());
    }
}
