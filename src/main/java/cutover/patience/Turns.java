package cutover.patience;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Items whose work is under way, in their order; of one thread. */
final class Turns<I, O> implements AutoCloseable {

    private final Supplier<ExecutorService> hiring;
    private final Duration deadline;
    private final Function<I, O> work;
    private final BiFunction<I, String, O> failed;
    private final Deque<Waiting<I, O>> waiting = new ArrayDeque<>();
    private ExecutorService threads;

    Turns(Supplier<ExecutorService> hiring, Duration deadline, Function<I, O> work, BiFunction<I, String, O> failed) {
        this.hiring = hiring;
        this.deadline = deadline;
        this.work = work;
        this.failed = failed;
        this.threads = hiring.get();
    }

    void add(I item) {
        waiting.add(new Waiting<>(item, threads.submit(() -> work.apply(item))));
    }

    /**
     * Hands on the first answers, or reasons for all when one of them does not come.
     *
     * @param left as many as these may go on waiting
     */
    void hand(int left, BiConsumer<I, O> taken) {
        while (waiting.size() > left) {
            hand(taken);
        }
    }

    private void hand(BiConsumer<I, O> taken) {
        try {
            O answer = answer(waiting.element());
            taken.accept(waiting.remove().item, answer);
        } catch (TimeoutException e) {
            cut("no answer within " + Durations.told(deadline), taken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut("interrupted", taken);
        }
    }

    private O answer(Waiting<I, O> first) throws TimeoutException, InterruptedException {
        try {
            return first.answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return failed.apply(first.item, String.valueOf(e.getCause()));
        }
    }

    /** A thread that hears no interrupt is left behind. */
    private void cut(String why, BiConsumer<I, O> taken) {
        threads.shutdownNow();
        threads = hiring.get();
        while (!waiting.isEmpty()) {
            I item = waiting.remove().item;
            taken.accept(item, failed.apply(item, why));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Waiting<I, O>(I item, Future<O> answer) {}
}
