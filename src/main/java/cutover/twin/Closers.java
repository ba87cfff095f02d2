package cutover.twin;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started so far, to be ended in reverse order; one that fails does not keep the others. */
final class Closers implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Remembers a part and hands it on. */
    synchronized <T extends AutoCloseable> T add(T part) {
        open.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        RuntimeException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                RuntimeException wrapped = new IllegalStateException("a part of the twin did not end", e);
                if (failure == null) {
                    failure = wrapped;
                } else {
                    failure.addSuppressed(wrapped);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
