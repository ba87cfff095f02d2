package cutover.twin;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything in the twin that happens on its own time; nothing of it outlives the twin. */
public final class Later implements AutoCloseable, Executor {

    private static final int THREADS = 4;

    private final ScheduledThreadPoolExecutor pool;

    public Later() {
        AtomicInteger number = new AtomicInteger();
        pool = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, "twin-later-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable work) {
        in(Duration.ZERO, work);
    }

    /** Runs work after a while; work that comes after the end of the twin is dropped. */
    public void in(Duration wait, Runnable work) {
        try {
            pool.schedule(work, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            if (!pool.isShutdown()) {
                throw ended;
            }
        }
    }

    /** Forgets all that has not begun yet. */
    public void clear() {
        pool.getQueue().clear();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
