package frontdoor;

import cutover.junit.Outside;
import cutover.probe.http.HttpObservation;
import cutover.probe.http.RawAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks addresses of the web: the first hop at one address of its name, the others as any visitor would; of one thread. */
final class Asking {

    private final Outside outside;
    /** Several origins lead to the same target, which need not be asked for each. */
    private final Map<RawAddress, HttpObservation> seen = new HashMap<>();

    Asking(Outside outside) {
        this.outside = outside;
    }

    /** Empty when a rehearsal knows nobody at that address. */
    Optional<Hop> at(RawAddress asked, NamedAddress told) {
        Optional<InetSocketAddress> place = outside.reach(told.address(), asked.port());
        return place.map(to -> new Hop(asked, Optional.of(told), outside.at(to).get(asked)));
    }

    Hop publicly(RawAddress asked) {
        return new Hop(asked, Optional.empty(), seen.computeIfAbsent(asked, outside.publicly()::get));
    }
}
