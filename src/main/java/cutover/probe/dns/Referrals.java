package cutover.probe.dns;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parent's servers say about a zone beneath theirs. */
final class Referrals {

    private static final Set<String> ADDRESS_TYPES = Set.of("A", "AAAA");

    private Referrals() {}

    /**
     * The names of the zone's servers according to one of the parent's; a server of both zones tells the zone's own set,
     * since it has no other. Empty when it knows of no such zone.
     */
    static Set<String> names(DnsObservation seen, String zone) {
        return seen.fold(answered -> answered.noerror() ? names(answered, zone) : Set.of(), silent -> Set.of());
    }

    private static Set<String> names(Answered answered, String zone) {
        boolean own = answered.aa() && !answered.rrset(zone, "NS").isEmpty();
        boolean refers = answered.answer().isEmpty() && answered.soa().isEmpty();
        List<Resource> section = own ? answered.answer() : refers ? answered.authority() : List.of();
        return section.stream()
                .filter(each -> each.is(zone, "NS"))
                .map(Resource::data)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of all of them together, in order. */
    static Set<String> names(List<DnsObservation> seen, String zone) {
        return seen.stream().flatMap(each -> names(each, zone).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Addresses of those names that came along and that the parent may speak for. */
    static List<Resource> glue(List<DnsObservation> seen, Set<String> names, String parent) {
        return seen.stream()
                .flatMap(each -> each.fold(answered -> answered.additional().stream(), silent -> Stream.of()))
                .filter(each -> ADDRESS_TYPES.contains(each.type()))
                .filter(each -> names.contains(each.name()) && Names.within(each.name(), parent))
                .distinct()
                .toList();
    }

    /** Whether one of them knows with authority that the name is there and no zone of its own, or that it is not. */
    static boolean settled(List<DnsObservation> seen) {
        return seen.stream()
                .anyMatch(each -> each.fold(
                        answered -> answered.aa() && (answered.noerror() || answered.nxdomain()), silent -> false));
    }

    /** Whether all that answer with authority deny the name; at least one does. */
    static boolean denied(List<DnsObservation> seen) {
        return settled(seen)
                && seen.stream()
                        .allMatch(each -> each.fold(answered -> !answered.aa() || answered.nxdomain(), silent -> true));
    }
}
