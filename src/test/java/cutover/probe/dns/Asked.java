package cutover.probe.dns;

import java.time.Clock;
import java.time.Duration;

/** Asks without ceremony, and takes the outcome for what it should be. */
final class Asked {

    static final Question WWW = new Question("www.example.test", "A");

    private Asked() {}

    /** Patient enough for a busy machine. */
    static DnsProbe patient() {
        return new DnsProbe(new DnsSettings(Duration.ofSeconds(20), 1, 500, Clock.systemUTC()));
    }

    /** For servers that never answer. */
    static DnsProbe hasty() {
        return new DnsProbe(new DnsSettings(Duration.ofMillis(300), Clock.systemUTC()));
    }

    static Answered answered(DnsObservation observation) {
        return observation.fold(answered -> answered, silent -> {
            throw new AssertionError(silent.told());
        });
    }

    static Silent silent(DnsObservation observation) {
        return observation.fold(
                answered -> {
                    throw new AssertionError(answered.toString());
                },
                silent -> silent);
    }
}
