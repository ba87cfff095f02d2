package cutover.twin.dns;

import cutover.twin.clockwork.Later;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Optional;

/** Servers that have a port, and know nothing yet. */
record Foundation(Directory servers, Keys keys, Updates updates, Wires wires, int port) {

    /** A port that is free at one address may be taken at another. */
    private static final int TRIES = 50;

    static Foundation lay(Clock clock, UpdateKey key, Later later) {
        try {
            for (int i = 0; i < TRIES; i++) {
                Optional<Foundation> ground = tried(free(), clock, key, later);
                if (ground.isPresent()) {
                    return ground.get();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the twin's name servers did not start", e);
        }
        throw new IllegalStateException("no port is free at all addresses of the twin's name servers");
    }

    private static Optional<Foundation> tried(int port, Clock clock, UpdateKey key, Later later) throws IOException {
        Keys keys = new Keys(clock);
        Updates updates = new Updates(key, clock, Homes::primary);
        Directory servers = new Directory(port, keys, updates, clock);
        Wires wires = new Wires(port, later);
        try {
            for (NameServer server : servers.all().toList()) {
                wires.add(server);
            }
            return Optional.of(new Foundation(servers, keys, updates, wires, port));
        } catch (BindException taken) {
            wires.close();
            return Optional.empty();
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(Stock.ADDRESSES.get(Stock.ROOT)))) {
            return socket.getLocalPort();
        }
    }
}
