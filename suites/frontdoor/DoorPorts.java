package frontdoor;

import cutover.environment.front.Doors;
import cutover.environment.front.Endpoint;
import cutover.environment.front.NumericAddress;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.port.PortObservation;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether ports are shut, or open, at every address that is known of them. */
final class DoorPorts {

    private final Workbench bench;

    DoorPorts(Workbench bench) {
        this.bench = bench;
    }

    /** Adds a finding for each address of each door that something is expected of in the phase. */
    void judged() {
        DoorsOfPhase doors = new DoorsOfPhase(bench);
        if (doors.all().isEmpty()) {
            bench.findings().add(doors.notKnown("whose ports must be shut or open"));
            return;
        }
        Doors settings = bench.environment().doors().orElseThrow();
        Controls controls = new Controls(bench, settings);
        controls.knocked();
        doors.all().forEach(door -> judge(settings, controls, door));
        controls.stillThere();
    }

    private void judge(Doors settings, Controls controls, Doors.Door door) {
        bench.findings().progress("knocking at the port of " + door.name());
        Map<Endpoint, InetSocketAddress> reached = new LinkedHashMap<>();
        for (String address : addresses(door)) {
            Endpoint at = new Endpoint(address, door.port());
            bench.outside()
                    .reach(at.address(), door.port())
                    .ifPresentOrElse(
                            reach -> reached.put(at, reach),
                            () -> bench.findings().add(leftAlone(door, at)));
        }
        List<PortObservation> seen = bench.outside().ports(settings.timeout()).look(List.copyOf(reached.values()));
        int i = 0;
        for (Endpoint at : reached.keySet()) {
            new DoorRule(bench, door, at).judged(seen.get(i++), controls);
        }
    }

    /** Those that are known, and those that the name tells the outside. A private one is not knocked at: it may be ours. */
    private Set<String> addresses(Doors.Door door) {
        Set<String> all = new LinkedHashSet<>(door.addresses());
        door.host()
                .map(host -> new WhereNamesLead(bench).of(host))
                .ifPresent(led -> led.addresses().stream()
                        .filter(DoorNames::isPublic)
                        .filter(told -> all.stream().noneMatch(known -> same(known, told)))
                        .forEach(all::add));
        return all;
    }

    private static boolean same(String one, String other) {
        return NumericAddress.of(one).equals(NumericAddress.of(other));
    }

    private static Finding leftAlone(Doors.Door door, Endpoint at) {
        return Finding.unknown(door.name() + " is at " + at + ", which a rehearsal leaves alone")
                .expected("an address of the rehearsal's own")
                .because("no pin of config/environments has " + at)
                .toDo("see who tells that address, or pin it");
    }

    static String family(Endpoint at) {
        return at.address() instanceof Inet6Address ? "IPv6" : "IPv4";
    }
}
