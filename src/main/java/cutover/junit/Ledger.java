package cutover.junit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which steps are going to be looked at, which of them have ended, and which hold up those that come after them. Steps run
 * at the same time, so one that comes after another waits here for the end of all its tests.
 */
final class Ledger {

    /** How an earlier step stands to one that comes after it. */
    enum Way {
        /** Met, or nobody could tell, or it is not looked at in this run. */
        FREE,
        BARRED,
        /** It has not ended in all the time that was given. */
        STILL_RUNNING
    }

    private final Map<String, Set<String>> open = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> ends = new HashMap<>();
    private final Set<String> bars = ConcurrentHashMap.newKeySet();
    private final Duration longest;

    /**
     * @param tests step → its tests
     * @param longest a limit that only a defect reaches
     */
    Ledger(Map<String, Set<String>> tests, Duration longest) {
        tests.forEach((step, ids) -> {
            open.put(step, new TreeSet<>(ids));
            ends.put(step, new CompletableFuture<>());
        });
        this.longest = longest;
    }

    /**
     * Notes that what comes after the step is not worth looking at: it is unmet, or was held up itself.
     *
     * @return whether that is news
     */
    boolean bar(String step) {
        return bars.add(step);
    }

    /** Notes that a test will not say anything any more. */
    void ended(String test) {
        open.forEach((step, tests) -> {
            synchronized (tests) {
                tests.remove(test);
                if (tests.isEmpty()) {
                    ends.get(step).complete(null);
                }
            }
        });
    }

    /** Waits for the end of an earlier step. Outside a parallel run there is nobody to wait for, and it says what it knows. */
    Way after(String step) {
        CompletableFuture<Void> end = ends.get(step);
        if (end == null) {
            return Way.FREE;
        }
        try {
            // gives the thread's place in the pool to another test, so that steps that wait can't keep out those they
            // wait for
            if (Thread.currentThread() instanceof ForkJoinWorkerThread) {
                end.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            }
            return bars.contains(step) ? Way.BARRED : Way.FREE;
        } catch (TimeoutException e) {
            return Way.STILL_RUNNING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Way.STILL_RUNNING;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
