package cutover.junit;

import cutover.environment.front.NumericAddress;
import cutover.probe.dns.Answered;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.DnsProbe;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses of names as the first resolver tells them that answers at all. */
record PublicNames(DnsProbe probe, List<NameServer> resolvers) {

    /** IPv4 before IPv6; none when there is no such name, or nobody answers. */
    List<InetAddress> addresses(String host) {
        return resolvers.stream()
                .map(resolver -> asked(resolver, host))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    private Optional<List<InetAddress>> asked(NameServer resolver, String host) {
        List<DnsObservation> seen = probe.askAll(List.of(
                Query.recursive(resolver, new Question(host, "A")),
                Query.recursive(resolver, new Question(host, "AAAA"))));
        boolean heard = seen.stream().anyMatch(each -> each.fold(PublicNames::tells, silent -> false));
        return heard
                ? Optional.of(seen.stream()
                        .flatMap(each -> each.fold(PublicNames::of, silent -> Stream.<InetAddress>of()))
                        .toList())
                : Optional.empty();
    }

    private static boolean tells(Answered answered) {
        return answered.noerror() || answered.nxdomain();
    }

    private static Stream<InetAddress> of(Answered answered) {
        return answered.records().stream().map(record -> NumericAddress.of(record.data()));
    }
}
