package frontdoor;

import cutover.environment.front.Doors;
import cutover.environment.front.Endpoint;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.probe.port.PortObservation;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Doors that are surely open: without an answer there, silence elsewhere proves nothing. */
final class Controls {

    private final Workbench bench;
    private final Doors settings;
    private final Map<Endpoint, InetSocketAddress> reached = new LinkedHashMap<>();
    private final Set<Boolean> open = new LinkedHashSet<>();
    private final Map<Endpoint, String> trouble = new LinkedHashMap<>();

    Controls(Workbench bench, Doors settings) {
        this.bench = bench;
        this.settings = settings;
        for (Endpoint control : settings.control()) {
            bench.outside()
                    .reach(control.address(), control.port())
                    .ifPresentOrElse(
                            reach -> reached.put(control, reach),
                            () -> trouble.put(control, control + " is not pinned, and a rehearsal leaves it alone"));
        }
    }

    /** Knocks at all of them; one open door of a family is enough. */
    void knocked() {
        List<PortObservation> seen = bench.outside().ports(settings.timeout()).look(List.copyOf(reached.values()));
        int i = 0;
        for (Endpoint control : reached.keySet()) {
            PortObservation knock = seen.get(i++);
            if (isOpen(knock)) {
                open.add(control.six());
            } else {
                trouble.put(control, "the door that is surely open: " + knock.told());
            }
        }
    }

    /** Knocks once more; adds a finding when the way out was lost meanwhile. */
    void stillThere() {
        Set<Boolean> before = Set.copyOf(open);
        open.clear();
        knocked();
        before.stream()
                .filter(six -> !open.contains(six))
                .forEach(six -> bench.findings()
                        .add(Finding.unknown(
                                        "our own way out by " + family(six) + " was lost while ports were looked at")
                                .expected("the doors of control open before and after")
                                .because(why(six).orElse(""))
                                .toDo("look at this machine's network; then run again")));
    }

    /** Why nothing can be told by that family; empty when its control is open. */
    Optional<String> why(boolean six) {
        if (open.contains(six)) {
            return Optional.empty();
        }
        return trouble.entrySet().stream()
                .filter(each -> each.getKey().six() == six)
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.of("config/environments, doors, control has no address of " + family(six)));
    }

    private static String family(boolean six) {
        return six ? "IPv6" : "IPv4";
    }

    private static boolean isOpen(PortObservation seen) {
        return seen.fold(open -> true, closed -> false, filtered -> false, ownTrouble -> false);
    }
}
