package cutover.probe.http;

import cutover.patience.FanOut;
import cutover.probe.http.NoAnswer.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Lets an exchange run for so long and no longer. */
final class Deadline {

    private final Duration atMost;

    Deadline(Duration atMost) {
        this.atMost = atMost;
    }

    /**
     * The answer, or why there was none. What the network did comes back as a value; a mistake of ours is thrown.
     *
     * @param speak asks and reads on another thread
     * @param hangUp closes the connection, so that the other thread ends
     */
    HttpObservation observe(Attempt attempt, Speaking speak, Runnable hangUp) {
        Supplier<HttpObservation> outcome = new FanOut(1, atMost)
                .<Attempt, Supplier<HttpObservation>>each(
                        List.of(attempt), one -> spoken(one, speak), (one, why) -> () -> late(one, why))
                .get(0);
        try {
            return outcome.get();
        } finally {
            hangUp.run();
        }
    }

    private static Supplier<HttpObservation> spoken(Attempt attempt, Speaking speak) {
        try {
            HttpObservation seen = speak.speak();
            return () -> seen;
        } catch (IOException e) {
            NoAnswer none = attempt.noAnswer(Failures.kind(e), Failures.detail(e));
            return () -> none;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    private static HttpObservation late(Attempt attempt, String why) {
        return attempt.noAnswer(Kind.TIMED_OUT, why + ": " + attempt.reached());
    }

    /** One exchange from name to last byte. */
    @FunctionalInterface
    interface Speaking {
        HttpObservation speak() throws IOException;
    }
}
