package cutover.probe.dns;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * How the probe asks; immutable.
 *
 * @param timeout for one question, from the first datagram to the last byte, with the change to TCP in it; at least 10 ms
 * @param tries how often a datagram is sent at most, evenly spread over the timeout; from 1 to 10. A datagram may get
 *     lost on any network, and one that is lost says nothing about the server
 * @param mostInFlight how many questions are open at once, each with a socket of its own; from 1 to 2,000
 * @param clock times the questions
 */
public record DnsSettings(Duration timeout, int tries, int mostInFlight, Clock clock) {

    private static final int TRIES = 3;
    private static final int IN_FLIGHT = 500;

    public DnsSettings {
        Objects.requireNonNull(clock, "clock");
        if (timeout.toMillis() < 10) {
            throw new IllegalArgumentException("a question needs a timeout of at least 10 ms, got " + timeout);
        }
        if (tries < 1 || tries > 10) {
            throw new IllegalArgumentException("a question is sent 1 to 10 times, not " + tries);
        }
        if (mostInFlight < 1 || mostInFlight > 2_000) {
            throw new IllegalArgumentException("1 to 2,000 questions may be open at once, not " + mostInFlight);
        }
    }

    /** Three tries, 500 questions at once. */
    public DnsSettings(Duration timeout, Clock clock) {
        this(timeout, TRIES, IN_FLIGHT, clock);
    }

    /** No run of so many questions takes longer, even if the clock stands still. */
    Duration atMost(int questions) {
        int rounds = (questions + mostInFlight - 1) / mostInFlight;
        return timeout.multipliedBy(rounds).plus(timeout.dividedBy(10)).plusSeconds(1);
    }
}
