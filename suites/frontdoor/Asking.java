package frontdoor;

import cutover.junit.Outside;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.RawAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks addresses of the web: the first hop at one address of its name, the others at the first; of one thread. */
final class Asking {

    private final Outside outside;
    private final PublicAddresses names;
    /** Several origins lead to the same target, which need not be asked for each. */
    private final Map<RawAddress, HttpObservation> seen = new HashMap<>();

    Asking(Outside outside, PublicAddresses names) {
        this.outside = outside;
        this.names = names;
    }

    /** Empty when a rehearsal knows nobody at that address. */
    Optional<Hop> at(RawAddress asked, NamedAddress address) {
        Optional<InetSocketAddress> place = outside.reach(address.address(), asked.port());
        return place.map(
                to -> new Hop(asked, Optional.of(address), outside.at(to).get(asked)));
    }

    /** At the first address that anybody tells of its name. */
    Hop publicly(RawAddress asked) {
        return new Hop(asked, Optional.empty(), seen.computeIfAbsent(asked, this::got));
    }

    private HttpObservation got(RawAddress asked) {
        return names.of(asked.host()).addresses().stream()
                .flatMap(named -> outside.reach(named.address(), asked.port()).stream())
                .findFirst()
                .map(outside::at)
                // nobody knows it, and the observation says so
                .orElseGet(outside::publicly)
                .get(asked);
    }
}
