package cutover.patience;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets one thing after the other run for so long and no longer, each on the thread of its caller: when its time is up,
 * another thread ends it. Cheaper than {@link Bounded}, which hands each thing to another thread and back; only for work
 * that can be ended from outside. For many callers at once.
 */
public final class Curfew implements AutoCloseable {

    private static final long IDLE_SECONDS = 5;

    private final Duration atMost;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, Curfew::daemon);

    public Curfew(Duration atMost) {
        this.atMost = atMost;
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    /**
     * What the work returned. What it throws is thrown.
     *
     * @param end ends the work; called from another thread while the work is still under way, also before it has begun
     *     and after it has returned
     * @param late turns work that was ended into an answer; the text is the reason
     */
    public <O> O done(Supplier<O> work, Runnable end, Function<String, O> late) {
        AtomicBoolean over = new AtomicBoolean();
        Future<?> curfew = watch.schedule(() -> over(over, end), atMost.toNanos(), TimeUnit.NANOSECONDS);
        try {
            O answer = work.get();
            return over.get() ? late.apply("no answer within " + Durations.told(atMost)) : answer;
        } finally {
            curfew.cancel(false);
        }
    }

    private static void over(AtomicBoolean over, Runnable end) {
        over.set(true);
        end.run();
    }

    /** What is under way may go on until its time is up. */
    @Override
    public void close() {
        watch.shutdown();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "curfew");
        thread.setDaemon(true);
        return thread;
    }
}
