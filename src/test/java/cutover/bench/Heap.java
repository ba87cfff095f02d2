package cutover.bench;

import java.lang.management.ManagementFactory;

/** What is alive in this JVM. */
final class Heap {

    // the serial collector leaves some of the dead where they are, but for each fourth time
    private static final int COLLECTIONS = 4;
    private static final long KB = 1_024;

    private Heap() {}

    /** In KB. Each collection may leave something to the next, such as what waits for a cleaner. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / KB;
    }
}
