package cutover.probe.audio;

import java.time.Duration;

/** How long samples play. */
final class Lengths {

    private static final long NANOS = 1_000_000_000;

    private Lengths() {}

    /** @param rate in Hz; positive */
    static Duration of(long samples, int rate) {
        return Duration.ofSeconds(samples / rate, samples % rate * NANOS / rate);
    }
}
