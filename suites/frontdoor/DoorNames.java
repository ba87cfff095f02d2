package frontdoor;

import cutover.environment.front.Doors;
import cutover.environment.front.NumericAddress;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.dns.Cut;
import cutover.probe.dns.DnsObservation;
import cutover.probe.dns.NameServer;
import cutover.probe.dns.Query;
import cutover.probe.dns.Question;
import cutover.probe.dns.Served;
import cutover.probe.port.AddressSpace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the names of doors lead the outside to a public address: according to resolvers and to the zone's own servers. */
final class DoorNames {

    private final Workbench bench;

    DoorNames(Workbench bench) {
        this.bench = bench;
    }

    /** Adds a finding for each door with a name that something is expected of in the phase. */
    void judged() {
        DoorsOfPhase doors = new DoorsOfPhase(bench);
        List<Doors.Door> named =
                doors.all().stream().filter(door -> door.host().isPresent()).toList();
        if (named.isEmpty()) {
            bench.findings().add(doors.notKnown("whose names must not lead to a public address"));
        }
        named.forEach(this::judge);
    }

    private void judge(Doors.Door door) {
        String host = door.host().orElseThrow();
        bench.findings().progress("asking where " + host + " leads");
        Led resolved = new WhereNamesLead(bench).atResolvers(host);
        Led told = WhereNamesLead.read(host, ofItsOwnServers(host));
        if (resolved.heard().isEmpty() && told.heard().isEmpty()) {
            bench.findings().add(untold(host, resolved));
            return;
        }
        List<String> open = Stream.concat(resolved.addresses().stream(), told.addresses().stream())
                .distinct()
                .filter(DoorNames::isPublic)
                .toList();
        if (door.shut().contains(bench.phase())) {
            mustBePrivate(host, resolved, told, open);
        } else {
            mustBePublic(host, resolved, told, open);
        }
    }

    private void mustBePrivate(String host, Led resolved, Led told, List<String> open) {
        if (!open.isEmpty()) {
            bench.findings()
                    .add(Finding.unmet(host + " leads to a public address: " + String.join(", ", open))
                            .expected("no address, or private ones only")
                            .butWas(said(resolved, told))
                            .lookAt("dig " + host + " A " + host + " AAAA"));
        } else if (told.heard().isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("whether " + host + " leads to a public address could not be told for sure")
                            .expected("an answer of the zone's own servers; resolvers may remember or invent")
                            .because(said(resolved, told))
                            .toDo("see whether this machine may ask any name server; then run again"));
        } else {
            bench.findings().add(Finding.met(host + " leads to no public address: " + said(resolved, told)));
        }
    }

    private void mustBePublic(String host, Led resolved, Led told, List<String> open) {
        bench.findings()
                .expect(
                        !open.isEmpty(),
                        host + " leads to a public address: " + String.join(", ", open),
                        Finding.unmet(host + " leads to no public address")
                                .expected("a public address, since the old host reaches it from outside")
                                .butWas(said(resolved, told))
                                .lookAt("dig " + host + " A " + host + " AAAA"));
    }

    /** Past all caches. */
    private List<DnsObservation> ofItsOwnServers(String host) {
        if (bench.outside().dns().isEmpty()) {
            return List.of();
        }
        List<NameServer> servers = bench.outside().delegation().walk(host).last().map(Cut::servers).stream()
                .flatMap(List::stream)
                .filter(Served::authoritative)
                .map(Served::server)
                .toList();
        return bench.outside()
                .names()
                .askAll(servers.stream()
                        .flatMap(server -> Stream.of("A", "AAAA")
                                .map(type -> Query.authoritative(server, new Question(host, type))))
                        .toList());
    }

    /** Addresses for documentation are the public ones of a rehearsal, and nobody's private ones. */
    static boolean isPublic(String address) {
        return AddressSpace.isPublic(NumericAddress.of(address))
                || AddressSpace.isForDocumentation(NumericAddress.of(address));
    }

    private static String said(Led resolved, Led told) {
        return "resolvers: " + said(resolved) + "\nthe zone's own servers: " + said(told);
    }

    private static String said(Led led) {
        String addresses = led.heard().isEmpty() ? "no answer" : told(led.addresses());
        return led.unheard().isEmpty() ? addresses : addresses + " (silent: " + String.join("; ", led.unheard()) + ")";
    }

    private static String told(List<String> addresses) {
        return addresses.isEmpty()
                ? "no address"
                : addresses.stream()
                        .map(each -> each
                                + AddressSpace.purpose(NumericAddress.of(each))
                                        .map(purpose -> ", " + purpose)
                                        .orElse(""))
                        .collect(Collectors.joining("; "));
    }

    private Finding untold(String host, Led resolved) {
        return Finding.unknown("nobody tells where " + host + " leads")
                .expected("an answer of a resolver or of the zone's own servers")
                .because(
                        resolved.unheard().isEmpty()
                                ? "config/environments has no dns, and with it no resolvers"
                                : String.join("; ", resolved.unheard()))
                .toDo("see whether this machine may ask any name server; then run again");
    }
}
