package frontdoor;

import cutover.junit.Workbench;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.Question;
import cutover.probe.dns.Resource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where a name leads for anybody: what one of those who are asked tells, somebody is led to. */
final class WhereNamesLead {

    private final Workbench bench;

    WhereNamesLead(Workbench bench) {
        this.bench = bench;
    }

    /** According to all resolvers of the environment, and to each server of the zone itself. */
    Led of(String name) {
        return read(name, new Everybody(bench).about(name));
    }

    /** According to the resolvers alone. */
    Led atResolvers(String name) {
        return read(name, new Everybody(bench).atResolvers(name));
    }

    /** What answers to questions for addresses of one name say. */
    static Led read(String name, List<DnsObservation> seen) {
        Set<String> addresses = new LinkedHashSet<>();
        Set<String> aliases = new TreeSet<>();
        Set<String> heard = new LinkedHashSet<>();
        Set<String> unheard = new LinkedHashSet<>();
        for (DnsObservation each : seen) {
            String server = ZoneDesk.told(each.server());
            each.fold(Stream::of, silent -> Stream.<Answered>of())
                    .filter(WhereNamesLead::tells)
                    .findFirst()
                    .ifPresentOrElse(
                            answered -> {
                                heard.add(server);
                                answered.records().stream().map(Resource::data).forEach(addresses::add);
                                aliases.addAll(answered.chain());
                            },
                            () -> unheard.add(server + ": " + each.outcome()));
        }
        aliases.remove(new Question(name, "A").name());
        return new Led(name, sorted(addresses), aliases, List.copyOf(heard), List.copyOf(unheard));
    }

    /** IPv4 first; not in the order of answers, which changes from look to look. */
    private static List<String> sorted(Set<String> addresses) {
        return addresses.stream()
                .sorted(Comparator.comparing((String address) -> address.contains(":"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static boolean tells(Answered answered) {
        return answered.noerror() && !answered.referral() || answered.nxdomain();
    }
}
