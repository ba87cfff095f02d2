package frontdoor;

import cutover.environment.front.NumericAddress;
import cutover.junit.Workbench;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which addresses a name has, according to everybody who is asked: of both families, and all of them. A name is asked for
 * once in the life of this object, so that all requests of one look meet the same world. Safe for use by several threads.
 */
final class PublicAddresses {

    private final Workbench bench;
    private final Map<String, Known> asked = new ConcurrentHashMap<>();

    PublicAddresses(Workbench bench) {
        this.bench = bench;
    }

    /**
     * What was told.
     *
     * @param addresses IPv4 first, each once
     * @param silent who told nothing usable, and why
     * @param heard whether anybody told anything, be it that there is none
     */
    record Known(List<NamedAddress> addresses, List<String> silent, boolean heard) {}

    /** As the resolvers tell it, and the servers of the zone themselves. */
    Known of(String host) {
        return asked.computeIfAbsent(host, this::askedFor);
    }

    private Known askedFor(String host) {
        return known(host, new Everybody(bench).about(host));
    }

    private static Known known(String host, List<DnsObservation> seen) {
        Map<InetAddress, List<String>> told = new LinkedHashMap<>();
        List<String> silent = new ArrayList<>();
        for (DnsObservation one : seen) {
            String server = one.query().server().name();
            if (one.fold(PublicAddresses::tells, none -> false)) {
                one.fold(PublicAddresses::of, none -> Stream.<InetAddress>of())
                        .forEach(address -> told.computeIfAbsent(address, key -> new ArrayList<>())
                                .add(server));
            } else {
                silent.add(one.query().told() + ": " + one.outcome());
            }
        }
        List<NamedAddress> addresses = told.entrySet().stream()
                .map(entry -> new NamedAddress(host, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(NamedAddress::v6).thenComparing(NamedAddress::number))
                .toList();
        return new Known(addresses, silent, silent.size() < seen.size());
    }

    private static boolean tells(Answered answered) {
        return answered.noerror() || answered.nxdomain();
    }

    private static Stream<InetAddress> of(Answered answered) {
        return answered.records().stream().map(record -> NumericAddress.of(record.data()));
    }
}
