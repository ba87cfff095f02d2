package cutover.twin.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Optional;
import java.util.function.Consumer;

/** The same service's doors on both address families: {@code 127.0.0.1} and, where the machine has it, {@code ::1}. */
public final class TcpDoors implements AutoCloseable {

    private static final byte[] FOUR = {127, 0, 0, 1};
    private static final byte[] SIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private final TcpDoor four;
    private final Optional<TcpDoor> six;
    private final String whyNoSix;

    public TcpDoors(TcpDoor.State first) {
        try {
            four = new TcpDoor(InetAddress.getByAddress(FOUR), first);
        } catch (IOException e) {
            throw new UncheckedIOException("no door can be opened at 127.0.0.1", e);
        }
        Optional<TcpDoor> found = Optional.empty();
        String why = "";
        try {
            found = Optional.of(new TcpDoor(InetAddress.getByAddress(SIX), first));
        } catch (IOException | UnsupportedAddressTypeException e) {
            why = "this machine has no ::1: " + e;
        } catch (RuntimeException e) {
            four.close();
            throw e;
        }
        six = found;
        whyNoSix = why;
    }

    /** The door on IPv4. */
    public TcpDoor four() {
        return four;
    }

    /** The door on IPv6, at a port of its own; empty on a machine without IPv6. */
    public Optional<TcpDoor> six() {
        return six;
    }

    /** Why there is no door on IPv6; empty when there is one. */
    public String whyNoSix() {
        return whyNoSix;
    }

    /** Changes every door that there is. */
    public void become(TcpDoor.State next) {
        each(door -> door.become(next));
    }

    @Override
    public void close() {
        each(TcpDoor::close);
    }

    private void each(Consumer<TcpDoor> what) {
        what.accept(four);
        six.ifPresent(what);
    }
}
