package cutover.junit;

import cutover.environment.Pin;
import cutover.environment.front.NumericAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Pins of addresses: where to go for an address that name servers tell. */
record AddressPins(List<Pin> pins, boolean onlyPinned) {

    /** Empty when nothing is pinned for it and nothing else may be reached. */
    Optional<InetSocketAddress> reach(InetAddress address, int port) {
        return pins.stream()
                .filter(pin -> pin.port() == port && isOf(pin, address))
                .map(pin -> new InetSocketAddress(NumericAddress.of(pin.address()), pin.toPort()))
                .findFirst()
                .or(() -> onlyPinned ? Optional.empty() : Optional.of(new InetSocketAddress(address, port)));
    }

    private static boolean isOf(Pin pin, InetAddress address) {
        return pin.ofAddress() && NumericAddress.of(pin.host()).equals(address);
    }
}
