package cutover.junit;

import cutover.probe.browser.lease.Leases;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Sees to it that nothing remains of a run. One that is told to go, as by Ctrl-C, is not closed by JUnit: its browsers and
 * its twin end with the JVM then. Of one that was killed the next run, or its verdict, ends and removes what is left.
 */
final class Remains implements AutoCloseable {

    private final Leases leases;
    private final Deque<Runnable> first = new ArrayDeque<>();
    private final Thread farewell = new Thread(this::sayFarewell, "cutover-farewell");

    private Remains(Leases leases) {
        this.leases = leases;
    }

    /** @throws IllegalStateException when the JVM is about to end already */
    static Remains watch() {
        Remains remains = new Remains(leases());
        Runtime.getRuntime().addShutdownHook(remains.farewell);
        return remains;
    }

    /** Ends and removes what killed runs have left, and tells how much it was. */
    static void reap(Consumer<String> console) {
        Leases.Reaped reaped = leases().reap();
        if (reaped.processes() + reaped.folders() > 0) {
            console.accept("cleaned up after a run that was killed: " + reaped.processes() + " processes, "
                    + reaped.folders() + " folders");
        }
        reaped.stays().forEach(console);
    }

    /** Where browsers and twin are noted. */
    Leases noted() {
        return leases;
    }

    /** Does so before anything is ended, the last that was given first. */
    synchronized void before(Runnable act) {
        first.push(act);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // the JVM is ending: the farewell is at work and does what is left to do
        }
    }

    private synchronized void sayFarewell() {
        try {
            first.forEach(Runnable::run);
        } finally {
            leases.abandon();
        }
    }

    private static Leases leases() {
        return new Leases(Path.of(System.getProperty("java.io.tmpdir"), "cutover-" + System.getProperty("user.name")));
    }
}
