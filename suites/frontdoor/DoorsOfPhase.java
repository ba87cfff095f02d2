package frontdoor;

import cutover.environment.front.Doors;
import cutover.finding.Finding;
import cutover.finding.Unknown;
import cutover.junit.Workbench;
import java.util.List;

/** The doors of which something is expected in the phase. */
final class DoorsOfPhase {

    private final Workbench bench;

    DoorsOfPhase(Workbench bench) {
        this.bench = bench;
    }

    List<Doors.Door> all() {
        return bench.environment().doors().stream()
                .flatMap(doors -> doors.doors().stream())
                .filter(door -> door.in(bench.phase()))
                .toList();
    }

    /** @param what completes "no doors are known here" */
    Unknown notKnown(String what) {
        return Finding.unknown("no doors are known here " + what)
                .expected("doors with the phase " + bench.phase().key() + " among shut or open")
                .because("config/environments, doors, has none")
                .toDo("name them, or look at the ports from outside by hand");
    }
}
