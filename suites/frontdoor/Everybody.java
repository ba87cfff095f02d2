package frontdoor;

import cutover.environment.front.Zone;
import cutover.junit.Outside;
import cutover.junit.Workbench;
import cutover.probe.dns.Answered;
import cutover.probe.dns.Cut;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks all resolvers for the addresses of a name, and each server of its zone itself, also those of the zones to which
 * its aliases lead: a server that is behind can't hide behind the one that a resolver happened to ask. A zone to which the
 * parent does not point yet is asked at its new servers alone, resolvers know the former ones only.
 */
record Everybody(Workbench bench) {

    private static final List<String> FAMILIES = List.of("A", "AAAA");
    private static final int MOST_ALIASES = 4;

    /** What all of them say, the resolvers first. */
    List<DnsObservation> about(String host) {
        List<DnsObservation> seen = new ArrayList<>(undelegated(host).isPresent() ? List.of() : atResolvers(host));
        String name = host;
        for (int alias = 0; alias < MOST_ALIASES && !name.isEmpty(); alias++) {
            List<DnsObservation> own = outside().names().askAll(authoritative(name));
            seen.addAll(own);
            name = elsewhere(own);
        }
        return seen;
    }

    /** What the resolvers alone say. */
    List<DnsObservation> atResolvers(String host) {
        return outside()
                .names()
                .askAll(outside().resolvers().stream()
                        .flatMap(resolver -> questions(host).map(question -> Query.recursive(resolver, question)))
                        .toList());
    }

    /** The name in another zone to which these answers lead; empty when they tell of an address or of none. */
    private static String elsewhere(List<DnsObservation> own) {
        return own.stream()
                .map(one -> one.fold(Everybody::alias, none -> ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String alias(Answered answered) {
        List<String> chain = answered.chain();
        return chain.size() > 1 && answered.records().isEmpty() ? chain.get(chain.size() - 1) : "";
    }

    private List<Query> authoritative(String host) {
        return servers(host).stream()
                .flatMap(server -> questions(host).map(question -> Query.authoritative(server, question)))
                .toList();
    }

    private List<NameServer> servers(String host) {
        return undelegated(host)
                .map(zone -> zone.servers().stream().map(outside()::server).toList())
                .orElseGet(() -> delegated(host));
    }

    private Optional<Zone> undelegated(String host) {
        return outside()
                .dns()
                .flatMap(dns -> dns.zoneOf(host))
                .filter(zone -> zone.undelegated().contains(bench.phase()));
    }

    private List<NameServer> delegated(String host) {
        return outside().dns().stream()
                .flatMap(dns -> outside().delegation().walk(host).last().stream())
                .map(Cut::servers)
                .flatMap(List::stream)
                .filter(Served::authoritative)
                .map(Served::server)
                .toList();
    }

    private Outside outside() {
        return bench.outside();
    }

    private static Stream<Question> questions(String host) {
        return FAMILIES.stream().map(type -> new Question(host, type));
    }
}
