package frontdoor;

import cutover.environment.front.Doors;
import cutover.environment.front.Endpoint;
import cutover.finding.Finding;
import cutover.finding.Unmet;
import cutover.junit.Workbench;
import cutover.probe.port.PortObservation;
import cutover.probe.port.PortObservation.Open;

/** Judges one knock at one address of one door. */
final class DoorRule {

    private final Workbench bench;
    private final Doors.Door door;
    private final Endpoint at;

    DoorRule(Workbench bench, Doors.Door door, Endpoint at) {
        this.bench = bench;
        this.door = door;
        this.at = at;
    }

    void judged(PortObservation seen, Controls controls) {
        boolean shut = door.shut().contains(bench.phase());
        bench.findings()
                .add(seen.<Finding>fold(
                        open -> shut ? stillOpen(open) : met("is open", seen),
                        closed -> unheard(shut, seen, controls),
                        filtered -> unheard(shut, seen, controls),
                        ownTrouble -> downHere(ownTrouble.detail())));
    }

    /** A refusal, too, may come from a firewall of our own. */
    private Finding unheard(boolean shut, PortObservation seen, Controls controls) {
        return controls.why(at.six())
                .<Finding>map(this::downHere)
                .orElseGet(() -> shut ? met("is shut", seen) : notOpen(seen));
    }

    private Finding met(String how, PortObservation seen) {
        return Finding.met(door.name() + " " + how + " at " + at + " (" + seen.told() + ")");
    }

    private Unmet stillOpen(Open open) {
        return Finding.unmet(door.name() + " is open to everybody at " + at)
                .expected("the connection refused, or no answer at all")
                .butWas(open.greeting()
                        .map(words -> "connected, and greeted with \"" + words + "\"")
                        .orElse("connected; it says nothing before the client does"))
                .lookAt("nc -vz " + at.written() + " " + at.port())
                .lookAt("config/environments, doors");
    }

    private Unmet notOpen(PortObservation seen) {
        return Finding.unmet(door.name() + " is not open at " + at)
                .expected("a connection, since the old host comes from outside")
                .butWas(seen.told())
                .lookAt("nc -vz " + at.written() + " " + at.port())
                .lookAt("config/environments, doors");
    }

    private Finding downHere(String why) {
        return Finding.unknown(door.name() + " at " + at + " can't be judged: our own " + DoorPorts.family(at)
                        + " network is down")
                .expected("an answer of a door that is surely open")
                .because(why)
                .lookAt("config/environments, doors, control")
                .toDo("run this on a machine that may connect to any port by " + DoorPorts.family(at)
                        + "; an office's or a container's network often may not");
    }
}
