package cutover.junit;

import cutover.config.Masker;
import cutover.drill.Drill;
import cutover.drill.DrillRecord;
import cutover.drill.Hands;
import cutover.patience.FanOut;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/** A few twins at once, each for one drill at a time: much of a drill is waiting. */
final class DrillLanes implements AutoCloseable {

    private static final int MOST = 2;
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Opened opened = new Opened();
    private final Queue<DrillLane> idle = new ConcurrentLinkedQueue<>();
    private final RunSettings settings;
    private final Proves proof;
    private final Masker masker;

    /**
     * @param proof by how much of the phase each proves that the old site is back
     * @param masker learns the secrets of each twin
     */
    DrillLanes(RunSettings settings, Proves proof, Masker masker) {
        this.settings = settings;
        this.proof = proof;
        this.masker = masker;
    }

    /**
     * Reads the drills of these names and runs them.
     *
     * @param ended told of each as soon as it has ended, from any thread
     * @throws cutover.config.ConfigProblems with all that is wrong in their files, before the first one begins
     */
    void run(List<String> names, Class<?> suite, Consumer<DrillRecord> ended) {
        DrillLane first = open();
        Map<String, Drill> drills = new TreeMap<>(first.read(names));
        drills.replaceAll((name, drill) -> proof.of(drill, first.runbook(), suite));
        idle.add(first);
        new FanOut(MOST, LONGEST)
                .each(
                        List.copyOf(drills.entrySet()),
                        drill -> on(lane -> lane.run(drill.getKey(), drill.getValue(), suite, Hands.WILLING), ended),
                        (drill, why) -> told(drill.getKey() + " has no end: " + why));
    }

    private boolean on(Function<DrillLane, DrillRecord> work, Consumer<DrillRecord> ended) {
        DrillLane waiting = idle.poll();
        DrillLane lane = waiting == null ? open() : waiting;
        ended.accept(work.apply(lane));
        return idle.add(lane);
    }

    /** The verdict misses a drill without an end, and says so. */
    private static boolean told(String what) {
        System.out.println("  " + what);
        return false;
    }

    private DrillLane open() {
        DrillLane lane = DrillLane.open(settings, masker);
        synchronized (opened) {
            return opened.add(lane);
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
