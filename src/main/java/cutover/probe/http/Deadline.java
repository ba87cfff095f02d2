package cutover.probe.http;

import cutover.patience.Bounded;
import cutover.patience.Curfew;
import cutover.probe.http.NoAnswer.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Lets each exchange run for so long and no longer. */
final class Deadline implements AutoCloseable {

    private final Bounded bounded;
    private final Curfew curfew;

    Deadline(Duration atMost) {
        this.bounded = new Bounded(atMost);
        this.curfew = new Curfew(atMost);
    }

    /**
     * The answer, or why there was none. What the network did comes back as a value; a mistake of ours is thrown.
     *
     * @param speak asks and reads on another thread
     * @param hangUp closes the connection, so that the other thread ends
     */
    HttpObservation observe(Attempt attempt, Speaking speak, Runnable hangUp) {
        Supplier<HttpObservation> outcome = bounded.done(() -> spoken(attempt, speak), why -> () -> late(attempt, why));
        try {
            return outcome.get();
        } finally {
            hangUp.run();
        }
    }

    /**
     * The same on the thread of the caller, for an exchange that waits for nothing but its connection.
     *
     * @param hangUp closes the connection, so that whoever waits for it goes on
     */
    HttpObservation observeHere(Attempt attempt, Speaking speak, Runnable hangUp) {
        Supplier<HttpObservation> outcome =
                curfew.done(() -> spoken(attempt, speak), hangUp, why -> () -> late(attempt, why));
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

    @Override
    public void close() {
        bounded.close();
        curfew.close();
    }

    /** One exchange from name to last byte. */
    @FunctionalInterface
    interface Speaking {
        HttpObservation speak() throws IOException;
    }
}
