package cutover.patience;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * How long to wait for something and how often to look; immutable.
 *
 * @param atMost after this much time the wait gives up; positive
 * @param every pause between two looks; positive, and not longer than {@code atMost}
 */
public record Patience(Duration atMost, Duration every) {

    public Patience {
        if (atMost.isNegative() || atMost.isZero() || every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("patience needs positive durations, got " + atMost + " / " + every);
        }
        if (every.compareTo(atMost) > 0) {
            every = atMost;
        }
    }

    /** Looks at short intervals that suit the length of the wait: a fortieth of it, between 50 ms and 5 s. */
    public static Patience atMost(Duration atMost) {
        long millis = Math.max(50, Math.min(5_000, atMost.toMillis() / 40));
        return new Patience(atMost, Duration.ofMillis(millis));
    }

    /** Waits without telling anybody; see {@link #waitFor(String, Supplier, Predicate, Consumer)}. */
    public <T> Wait<T> waitFor(String subject, Supplier<T> look, Predicate<T> done) {
        return waitFor(subject, look, done, progress -> {});
    }

    /**
     * Looks until the answer is a terminal one or the time is over. The first look happens at once. An exception of the
     * look ends the wait and is passed on.
     *
     * @param subject what is waited for; stands in progress and time-out texts
     * @param done true for any answer that ends the wait, be it the wished one or one that can't improve
     * @param progress told after each look that did not end the wait
     */
    public <T> Wait<T> waitFor(
            String subject, Supplier<T> look, Predicate<T> done, Consumer<Wait.Progress<T>> progress) {
        AtomicReference<T> last = new AtomicReference<>();
        AtomicInteger looks = new AtomicInteger();
        long start = System.nanoTime();
        boolean ended;
        try {
            // the look runs on this thread: a look must bound itself, and interrupts must reach it
            Awaitility.with()
                    .alias(subject)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(every)
                    .atMost(atMost.plus(every))
                    .until(() -> {
                        T seen = look.get();
                        last.set(seen);
                        int count = looks.incrementAndGet();
                        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
                        if (done.test(seen)) {
                            return true;
                        }
                        progress.accept(new Wait.Progress<>(subject, seen, count, elapsed, atMost));
                        return elapsed.compareTo(atMost) >= 0;
                    });
            ended = done.test(last.get());
        } catch (ConditionTimeoutException e) {
            ended = false;
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Wait<>(subject, Optional.ofNullable(last.get()), ended, looks.get(), elapsed, atMost);
    }

    /**
     * As {@link #waitFor(String, Supplier, Predicate, Consumer)}, but an interrupt ends the wait at once: what was seen
     * before it is kept, and the thread stays interrupted, so that the caller can tell. A look during which the interrupt
     * came does not count, unless it was the first.
     */
    public <T> Wait<T> watch(String subject, Supplier<T> look, Predicate<T> done, Consumer<Wait.Progress<T>> progress) {
        long start = System.nanoTime();
        T last = null;
        for (int looks = 1; ; looks++) {
            T seen = look.get();
            boolean interrupted = Thread.currentThread().isInterrupted();
            last = interrupted && last != null ? last : seen;
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            boolean ended = done.test(last);
            if (ended || interrupted || elapsed.compareTo(atMost) >= 0) {
                return new Wait<>(subject, Optional.of(last), ended, looks, elapsed, atMost);
            }
            progress.accept(new Wait.Progress<>(subject, last, looks, elapsed, atMost));
            if (!slept()) {
                elapsed = Duration.ofNanos(System.nanoTime() - start);
                return new Wait<>(subject, Optional.of(last), false, looks, elapsed, atMost);
            }
        }
    }

    /** Unlike Awaitility's own pause, it ends with an interrupt. @return false when it did */
    private boolean slept() {
        try {
            Thread.sleep(every.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
