package frontdoor;

import cutover.environment.front.Zone;
import cutover.probe.dns.Answered;
import cutover.probe.dns.Cut;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Resource;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a zone's own servers tell of its records.
 *
 * @param cut where the parent hands it over; to whomever; empty when it does not
 * @param servers those that were asked
 */
record ZoneTold(Zone zone, Optional<Cut> cut, List<NameServer> servers, List<DnsObservation> answers) {

    /** The answers with authority to that question. */
    List<Answered> about(String name, String type) {
        return answers.stream()
                .filter(each -> each.question().name().equals(name)
                        && each.question().type().equals(type))
                .flatMap(each -> each.fold(Stream::of, silent -> Stream.<Answered>of()))
                .filter(each -> each.aa() && (each.noerror() || each.nxdomain()))
                .toList();
    }

    /** All values that one server or another tells. */
    Set<String> values(String name, String type) {
        return about(name, type).stream()
                .flatMap(each -> each.rrset(name, type).stream())
                .map(Resource::data)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How long they may be remembered, as one server or another says. */
    List<Duration> ttls(String name, String type) {
        return about(name, type).stream()
                .flatMap(each -> each.rrset(name, type).stream())
                .map(record -> Duration.ofSeconds(record.ttl()))
                .distinct()
                .sorted()
                .toList();
    }

    /** How long the parent's word may be remembered. */
    Optional<Duration> delegationTtl() {
        return cut.stream()
                .flatMap(one -> one.asked().stream())
                .flatMap(each -> each.fold(
                        answered -> Stream.concat(answered.authority().stream(), answered.answer().stream()),
                        silent -> Stream.<Resource>of()))
                .filter(record -> record.type().equals("NS") && record.name().equals(zone.name()))
                .map(record -> Duration.ofSeconds(record.ttl()))
                .max(Comparator.naturalOrder());
    }
}
