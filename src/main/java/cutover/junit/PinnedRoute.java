package cutover.junit;

import cutover.environment.Pin;
import cutover.probe.http.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The environment's pins, then DNS; a rehearsal reaches nothing that is not pinned. */
record PinnedRoute(List<Pin> pins, boolean onlyPinned) implements Route {

    @Override
    public List<InetSocketAddress> to(String host, int port) throws UnknownHostException {
        Optional<Pin> pin = pin(host, port);
        if (pin.isPresent()) {
            return List.of(new InetSocketAddress(
                    InetAddress.getByName(pin.get().address()), pin.get().toPort()));
        }
        if (onlyPinned) {
            throw new UnknownHostException(
                    host + ":" + port + " is not pinned, and a rehearsal leaves the machine alone");
        }
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public boolean asksNobody(String host, int port) {
        return onlyPinned || pin(host, port).isPresent();
    }

    private Optional<Pin> pin(String host, int port) {
        return pins.stream()
                .filter(pin -> pin.host().equalsIgnoreCase(host) && pin.port() == port)
                .findFirst();
    }
}
