package cutover.bench;

import java.io.IOException;

/** What came of some work, and how long it took. */
record Timed<T>(T value, double seconds) {

    private static final double NANOS = 1e9;

    /** Work that may be in trouble with files or processes. */
    interface Work<T> {
        T done() throws IOException, InterruptedException;
    }

    static <T> Timed<T> of(Work<T> work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        T value = work.done();
        return new Timed<>(value, (System.nanoTime() - start) / NANOS);
    }
}
