package cutover.patience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Does many small things at once inside one block: submits all, joins with a deadline, cancels the rest. */
public final class FanOut {

    private final int width;
    private final Duration deadline;

    /**
     * @param width how many at once; positive
     * @param deadline for all of them together; of {@link #inTurn}, for the next in turn
     */
    public FanOut(int width, Duration deadline) {
        if (width < 1) {
            throw new IllegalArgumentException("fan-out needs a width of at least 1, got " + width);
        }
        this.width = width;
        this.deadline = deadline;
    }

    /**
     * Applies the work to each item and returns the answers in the items' order.
     *
     * @param failed turns an item whose work threw, or did not end in time, into an answer; the text is the reason
     */
    public <I, O> List<O> each(List<I> items, Function<I, O> work, BiFunction<I, String, O> failed) {
        if (items.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = threads(Math.min(width, items.size()));
        try {
            List<Callable<O>> calls = items.stream()
                    .<Callable<O>>map(item -> () -> work.apply(item))
                    .toList();
            List<Future<O>> futures = threads.invokeAll(calls, deadline.toMillis(), TimeUnit.MILLISECONDS);
            List<O> answers = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                answers.add(answer(futures.get(i), items.get(i), failed));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return items.stream().map(item -> failed.apply(item, "interrupted")).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Applies the work to any number of items, and hands on each answer when its turn has come, in the items' order and on
     * the caller's thread. The same threads serve them all, and none waits for a slower one. When the next answer in turn
     * does not come within the deadline, all that are under way are cut.
     *
     * @param ahead most items that are held at a time, from the first whose answer is not yet handed on
     * @param failed turns an item whose work threw, or did not end in time, into an answer; the text is the reason
     */
    public <I, O> void inTurn(
            Iterator<I> items,
            int ahead,
            Function<I, O> work,
            BiFunction<I, String, O> failed,
            BiConsumer<I, O> taken) {
        try (Turns<I, O> turns = new Turns<>(() -> threads(Math.min(width, ahead)), deadline, work, failed)) {
            while (items.hasNext() && !Thread.currentThread().isInterrupted()) {
                turns.add(items.next());
                turns.hand(ahead - 1, taken);
            }
            turns.hand(0, taken);
            items.forEachRemaining(item -> taken.accept(item, failed.apply(item, "interrupted")));
        }
    }

    private static ExecutorService threads(int width) {
        return Executors.newFixedThreadPool(width, FanOut::daemon);
    }

    private <I, O> O answer(Future<O> future, I item, BiFunction<I, String, O> failed) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            return failed.apply(item, "no answer within " + Durations.told(deadline));
        } catch (ExecutionException e) {
            return failed.apply(item, String.valueOf(e.getCause()));
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fan-out");
        thread.setDaemon(true);
        return thread;
    }
}
