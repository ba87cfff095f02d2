package cutover.junit;

import cutover.probe.http.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A route on which the machine's own resolution of names has no say. */
@FunctionalInterface
interface PublicRoute extends Route {

    /** Everything goes to one address. */
    static PublicRoute always(InetSocketAddress place) {
        return new PublicRoute() {
            @Override
            public List<InetSocketAddress> to(String host, int port) {
                return List.of(place);
            }

            @Override
            public boolean asksNobody(String host, int port) {
                return true;
            }
        };
    }

    /** Names are resolved by the given function, and their addresses reached through the pins. */
    static PublicRoute byName(Function<String, List<InetAddress>> names, AddressPins pins) {
        return (host, port) -> {
            List<InetAddress> addresses = names.apply(host);
            List<InetSocketAddress> reached = addresses.stream()
                    .map(address -> pins.reach(address, port))
                    .flatMap(Optional::stream)
                    .toList();
            if (reached.isEmpty()) {
                throw new UnknownHostException(
                        addresses.isEmpty()
                                ? "no resolver knows an address of " + host
                                : host + ":" + port + " leads to " + addresses
                                        + ", which a rehearsal does not know and leaves alone");
            }
            return reached;
        };
    }
}
