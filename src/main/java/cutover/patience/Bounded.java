package cutover.patience;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets one thing after the other run for so long and no longer, each on a thread that the next one may use again: to
 * start one costs more than a short exchange. For many callers at once; nobody waits for a thread.
 */
public final class Bounded implements AutoCloseable {

    /** Long enough for a thread to live from one batch of rows to the next. */
    private static final long IDLE_SECONDS = 5;

    private final Duration atMost;
    private final ExecutorService threads;

    public Bounded(Duration atMost) {
        this.atMost = atMost;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Bounded::daemon);
    }

    /**
     * What the work returned. Work that does not end in time is interrupted and left behind.
     *
     * @param failed turns work that threw, or did not end in time, into an answer; the text is the reason
     */
    public <O> O done(Supplier<O> work, Function<String, O> failed) {
        Future<O> future = threads.submit(work::get);
        try {
            return future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return failed.apply("no answer within " + Durations.told(atMost));
        } catch (ExecutionException e) {
            return failed.apply(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed.apply("interrupted");
        } finally {
            future.cancel(true);
        }
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "bounded");
        thread.setDaemon(true);
        return thread;
    }
}
