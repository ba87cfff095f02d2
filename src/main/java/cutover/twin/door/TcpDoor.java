package cutover.twin.door;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * One TCP port on a loopback address, chosen by the system and kept through all states until it is closed. A change of
 * state ends the connections that there are.
 *
 * <p>Between two states the port is nobody's for some microseconds: who knocks just then is refused.
 */
public final class TcpDoor implements AutoCloseable {

    /** How the port treats who knocks. */
    public enum State {
        /** Accepts, and says nothing before the client has spoken, as a PostgreSQL server. */
        OPEN(Listening::new),
        /** Refuses: the kernel answers with a reset. */
        CLOSED(Unheard::new),
        /**
         * Does not answer at all, as behind a firewall that drops packets. The kernel does the dropping, see
         * {@link FullQueue}: no right of an administrator is needed.
         */
        FILTERED(FullQueue::new);

        private final Taking taking;

        State(Taking taking) {
            this.taking = taking;
        }

        /** Takes a loopback address that is free, and treats who knocks there until it is closed. */
        public Closeable at(InetSocketAddress address) throws IOException {
            return taking.at(address);
        }
    }

    private final InetSocketAddress address;
    private State state = State.CLOSED;
    private Closeable holder;
    private boolean ended;

    /**
     * @param loopback {@code 127.0.0.1}, another address in 127/8, or {@code ::1}
     * @throws IOException when the machine has no such address
     */
    public TcpDoor(InetAddress loopback, State first) throws IOException {
        if (!loopback.isLoopbackAddress()) {
            throw new IllegalArgumentException("the twin's doors are on this machine only, not at " + loopback);
        }
        Unheard unheard = new Unheard(new InetSocketAddress(loopback, 0));
        holder = unheard;
        address = unheard.address();
        become(first);
    }

    /** Where to knock. */
    public InetSocketAddress address() {
        return address;
    }

    public int port() {
        return address.getPort();
    }

    public synchronized State state() {
        return state;
    }

    /** From the return on, every new connection meets this state; nothing happens when it is the present one. */
    public synchronized void become(State next) {
        if (ended) {
            throw new IllegalStateException("the door at " + address + " is gone");
        }
        if (next == state) {
            return;
        }
        try {
            holder.close();
            state = State.CLOSED; // should the next one fail
            holder = next.at(address);
            state = next;
        } catch (IOException e) {
            throw new UncheckedIOException("the door at " + address + " can't become " + next, e);
        }
    }

    /** Gives the port back. */
    @Override
    public synchronized void close() {
        ended = true;
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the door at " + address + " can't be given back", e);
        }
    }

    /** Takes the address for one state. */
    @FunctionalInterface
    interface Taking {
        Closeable at(InetSocketAddress address) throws IOException;
    }
}
