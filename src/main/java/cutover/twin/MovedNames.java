package cutover.twin;

import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Faults;
import cutover.twin.front.Forwarding;
import cutover.twin.front.Front;
import cutover.twin.front.Hosts;
import cutover.twin.front.RedirectFront;
import java.util.Map;

/** The names that only send their visitors on, and what is wrong with that. */
final class MovedNames {

    private static final String NEW = "https://" + Hosts.NEW;
    private static final String OLD = "https://" + Hosts.OLD;

    private final Faults faults;
    private final Ids ids;

    MovedNames(Faults faults, Ids ids) {
        this.faults = faults;
        this.ids = ids;
    }

    /** A front for each address at which nobody but a redirect answers. */
    Map<PublicAddress, Front> fronts() {
        return Map.of(
                PublicAddress.APEX, RedirectFront.edge(Hosts.APEX, this::apex, ids),
                PublicAddress.FORWARD, RedirectFront.edge(Hosts.OLD, this::forward, ids),
                PublicAddress.BACK, RedirectFront.edge(Hosts.NEW, this::back, ids));
    }

    private Forwarding apex() {
        return Forwarding.to(NEW);
    }

    private Forwarding forward() {
        return Forwarding.to(NEW);
    }

    private Forwarding back() {
        return Forwarding.to(OLD);
    }
}
