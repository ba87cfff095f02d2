package cutover.probe.tls;

import cutover.patience.FanOut;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Connects, talks for so long and no longer, and hangs up, whatever the peer does. */
final class Dial<T> {

    private final Talk<T> talk;
    private final Function<Refused, T> refused;

    /** @param refused makes an answer of what kept it away */
    Dial(Talk<T> talk, Function<Refused, T> refused) {
        this.talk = talk;
        this.refused = refused;
    }

    T made(Attempt attempt) {
        try (Tap tap = new Tap()) {
            tap.connect(attempt.address(), (int) attempt.settings().connect().toMillis());
            return answer(attempt, tap);
        } catch (IOException e) {
            return refused.apply(Refusals.withoutConnection(attempt, e));
        }
    }

    private T answer(Attempt attempt, Tap tap) {
        return new FanOut(1, attempt.settings().handshake())
                .<Tap, Supplier<T>>each(
                        List.of(tap),
                        line -> spoken(attempt, line),
                        (line, why) -> () -> refused.apply(attempt.late(tap.head())))
                .get(0)
                .get();
    }

    private Supplier<T> spoken(Attempt attempt, Tap tap) {
        try {
            T answer = talk.over(tap);
            return () -> answer;
        } catch (IOException e) {
            T answer = refused.apply(Refusals.during(attempt, tap, e));
            return () -> answer;
        } catch (RuntimeException | Error e) {
            // a mistake of ours must not come back as an answer of theirs
            return () -> {
                throw e;
            };
        }
    }

    /** What is said after the connection stands. */
    @FunctionalInterface
    interface Talk<T> {
        T over(Tap tap) throws IOException;
    }
}
