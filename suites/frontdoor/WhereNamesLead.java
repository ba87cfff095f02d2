package frontdoor;

import cutover.junit.Outside;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Asks all resolvers for both kinds of addresses of a name; what one of them tells, somebody is led to. */
final class WhereNamesLead {

    private final Outside outside;

    WhereNamesLead(Outside outside) {
        this.outside = outside;
    }

    /** According to all resolvers of the environment. */
    Led of(String name) {
        List<NameServer> resolvers = outside.resolvers();
        Stream<Query> four = resolvers.stream().map(each -> Query.recursive(each, new Question(name, "A")));
        Stream<Query> six = resolvers.stream().map(each -> Query.recursive(each, new Question(name, "AAAA")));
        return read(name, outside.names().askAll(Stream.concat(four, six).toList()));
    }

    /** What answers to questions for addresses of one name say. */
    static Led read(String name, List<DnsObservation> seen) {
        Set<String> addresses = new LinkedHashSet<>();
        Set<String> aliases = new TreeSet<>();
        Set<String> heard = new LinkedHashSet<>();
        List<String> unheard = new ArrayList<>();
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
        return new Led(name, List.copyOf(addresses), aliases, List.copyOf(heard), unheard);
    }

    private static boolean tells(Answered answered) {
        return answered.noerror() && !answered.referral() || answered.nxdomain();
    }
}
