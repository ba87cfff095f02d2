package cutover.twin.clockwork;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything in the twin that happens on its own time; nothing of it outlives the twin. */
public final class Later implements AutoCloseable, Executor {

    private static final int THREADS = 4;

    private final ScheduledThreadPoolExecutor tasks = pool("twin-later-", THREADS);
    private final ScheduledThreadPoolExecutor replies = pool("twin-reply-", 1);

    @Override
    public void execute(Runnable work) {
        in(Duration.ZERO, work);
    }

    /** Runs work after a while; work that comes after the end of the twin is dropped. */
    public void in(Duration wait, Runnable work) {
        schedule(tasks, wait, work);
    }

    /** Holds back something that a client waits for, so that {@link #clear()} must not forget it. */
    public void hold(Duration wait, Runnable reply) {
        schedule(replies, wait, reply);
    }

    /** Forgets all work that has not begun yet. */
    public void clear() {
        tasks.getQueue().clear();
    }

    @Override
    public void close() {
        tasks.shutdownNow();
        replies.shutdownNow();
    }

    private static void schedule(ScheduledThreadPoolExecutor pool, Duration wait, Runnable work) {
        try {
            pool.schedule(work, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            if (!pool.isShutdown()) {
                throw ended;
            }
        }
    }

    private static ScheduledThreadPoolExecutor pool(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        return new ScheduledThreadPoolExecutor(threads, work -> {
            Thread thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
