package cutover.probe.port;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * How the probe knocks; immutable.
 *
 * @param timeout for the connection to one address; at least 1 ms. A firewall that drops packets is told by this alone,
 *     so it must be longer than two repeats of a lost SYN (RFC 6298: 1 s and 3 s) where the way is poor
 * @param greeting how long to listen at an open port for words that the server speaks first; at least 1 ms
 * @param clock times the attempts
 */
public record PortSettings(Duration timeout, Duration greeting, Clock clock) {

    private static final Duration SHORT = Duration.ofSeconds(1);

    public PortSettings {
        Objects.requireNonNull(clock, "clock");
        if (timeout.toMillis() < 1 || greeting.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the probe needs times of at least 1 ms: " + timeout + " / " + greeting);
        }
    }

    /** Listens for a greeting as long as it waits for the connection, and for one second at most. */
    public PortSettings(Duration timeout, Clock clock) {
        this(timeout, timeout.compareTo(SHORT) < 0 ? timeout : SHORT, clock);
    }
}
