package cutover.twin;

import cutover.twin.door.TcpDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.UnsupportedAddressTypeException;

/**
 * One port as the internet finds it at an IPv4 and at an IPv6 address. On a machine without IPv6 the second door stands
 * at an IPv4 address too: the twin's public addresses are told by pins, whatever the machine can do.
 */
record DoorPair(TcpDoor four, TcpDoor six) implements AutoCloseable {

    private static final byte[] FOUR = {127, 0, 0, 1};
    private static final byte[] SIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    static DoorPair open() {
        TcpDoor four = at(FOUR);
        try {
            return new DoorPair(four, at(SIX));
        } catch (UncheckedIOException | UnsupportedAddressTypeException withoutIpv6) {
            return new DoorPair(four, at(FOUR));
        }
    }

    private static TcpDoor at(byte[] address) {
        try {
            return new TcpDoor(InetAddress.getByAddress(address), TcpDoor.State.OPEN);
        } catch (IOException e) {
            throw new UncheckedIOException("a door of the twin can't be opened", e);
        }
    }

    void become(TcpDoor.State state) {
        four.become(state);
        six.become(state);
    }

    @Override
    public void close() {
        four.close();
        six.close();
    }
}
