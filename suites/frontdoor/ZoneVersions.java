package frontdoor;

import cutover.finding.Finding;
import cutover.patience.Durations;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Silent;
import cutover.probe.dns.Soa;
import cutover.probe.dns.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each server says about the zone as a whole, over UDP and TCP: its version, and how long absence is remembered. */
final class ZoneVersions {

    private final ZoneDesk desk;
    private final List<NameServer> servers;

    ZoneVersions(ZoneDesk desk, List<NameServer> servers) {
        this.desk = desk;
        this.servers = servers;
    }

    void judged() {
        Question question = new Question(desk.name(), "SOA");
        List<DnsObservation> all = desk.bench()
                .outside()
                .names()
                .askAll(Stream.of(Transport.values())
                        .flatMap(transport ->
                                servers.stream().map(server -> new Query(server, question, transport, false, false)))
                        .toList());
        all.stream().filter(each -> each.query().transport() == Transport.TCP).forEach(this::overTcp);
        serials(all);
        negative(all);
    }

    private void overTcp(DnsObservation seen) {
        String who = ZoneDesk.told(seen.server());
        boolean soa = soa(seen).isPresent();
        if (seen instanceof Silent silent && silent.kind() == Silent.Kind.NOT_ASKED) {
            desk.findings()
                    .add(Finding.unknown(who + " could not be asked over TCP from here")
                            .expected("an answer over TCP")
                            .because(silent.told())
                            .toDo("see whether this machine may connect to other machines' port "
                                    + desk.dns().port()));
        } else {
            desk.findings()
                    .expect(
                            soa,
                            who + " answers over TCP",
                            Finding.unmet(who + " does not answer about " + desk.name() + " over TCP")
                                    .expected("the zone's SOA record, over TCP as over UDP")
                                    .butWas(seen.outcome())
                                    .toDo("open the server's port for TCP too: answers that do not fit into one packet"
                                            + " come that way only"));
        }
    }

    private void serials(List<DnsObservation> all) {
        Map<Long, List<NameServer>> serials = all.stream()
                .filter(each -> soa(each).isPresent())
                .collect(Collectors.groupingBy(
                        each -> soa(each).orElseThrow().serial(),
                        TreeMap::new,
                        Collectors.mapping(DnsObservation::server, Collectors.toList())));
        desk.findings()
                .expect(
                        serials.size() <= 1,
                        "all servers have the same version of " + desk.name(),
                        Finding.unmet("the servers of " + desk.name() + " have different versions of it")
                                .expected("the same serial in the SOA record of all servers")
                                .butWas(serials.entrySet().stream()
                                        .map(each -> "serial " + each.getKey() + " at "
                                                + ZoneDesk.told(each.getValue().stream()
                                                        .distinct()
                                                        .toList()))
                                        .collect(Collectors.joining("\n")))
                                .toDo("find out why the last change did not reach every server: a failed transfer, or a"
                                        + " second zone of the same name"));
    }

    private void negative(List<DnsObservation> all) {
        Duration most = desk.zone().negativeTtl();
        Optional<Duration> longest = all.stream()
                .flatMap(each -> soa(each).stream())
                .map(Soa::negativeTtl)
                .max(Duration::compareTo);
        longest.ifPresent(seen -> desk.findings()
                .expect(
                        seen.compareTo(most) <= 0,
                        "that a name is missing in " + desk.name() + " is remembered for " + Durations.told(seen),
                        Finding.unmet("that a name is missing in " + desk.name() + " is remembered too long")
                                .expected("at most " + Durations.told(most))
                                .butWas(Durations.told(seen)
                                        + ", the lesser of the SOA record's TTL and its last field")
                                .lookAt(ZoneDesk.CONFIG + desk.name() + ", negative-ttl")
                                .toDo("lower the last field of the SOA record before the new names are published: who"
                                        + " asks too early does not see them for that long")));
    }

    private static Optional<Soa> soa(DnsObservation seen) {
        return seen.fold(answered -> answered.aa() ? answered.soa() : Optional.empty(), silent -> Optional.empty());
    }
}
