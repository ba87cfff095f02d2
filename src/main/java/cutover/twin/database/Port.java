package cutover.twin.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * A loopback port for a server that takes it only seconds later. It lies below those that systems give to whoever asks
 * for any (from 32768 on Linux, from 49152 elsewhere), so that no connection and no other part of the twin gets it
 * meanwhile.
 */
final class Port {

    static final int LOWEST = 10_000;

    /** The first that is not taken any more. */
    static final int END = 32_768;

    private static final int TRIES = 1_000;

    private Port() {}

    /**
     * A port that nobody has now.
     *
     * @throws IllegalStateException when none was found in many tries
     */
    static int free(RandomGenerator random) {
        return random.ints(TRIES, LOWEST, END)
                .filter(Port::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "none of " + TRIES + " ports from " + LOWEST + " to " + (END - 1) + " is free on 127.0.0.1"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
