package cutover.twin.log;

import cutover.twin.clockwork.Ids;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.LogSink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The new platform's log: START, the application's records, END and REPORT, in the stream of the container. */
public final class LambdaLog implements LogSink {

    private static final String PROCESS_IN_OLD_PLACE = "app[web.1]";
    private static final int BILLED_STEP = 100;
    private static final int TAIL = 4096;
    private static final String NO_STREAM = "unknown container";

    private final LogGroup group;
    private final DrainFile oldPlace;
    private final LogSwitches switches;
    private final Clock clock;
    private final Ids ids;
    private final Containers containers;
    private final Map<String, String> streams = new ConcurrentHashMap<>();

    /** @param late how long the platform takes when it is too slow */
    public LambdaLog(LogGroup group, DrainFile oldPlace, Faults faults, Duration late, Clock clock, Ids ids) {
        this.group = group;
        this.oldPlace = oldPlace;
        this.switches = new LogSwitches(Side.NEW, faults, late);
        this.clock = clock;
        this.ids = ids;
        this.containers = new Containers(ids, clock.instant());
    }

    /** Begins an invocation under an id of its own. */
    public Invocation start() {
        return start(ids.uuid(), Optional.empty());
    }

    /**
     * Begins an invocation.
     *
     * @param notIn the stream in which it does not run, as its starter is still busy there
     */
    public Invocation start(String id, Optional<String> notIn) {
        Invocation invocation = new Invocation(id, containers.take(notIn, clock.instant()), clock.instant());
        streams.put(id, invocation.stream());
        platform(invocation, "START RequestId: " + id + " Version: $LATEST");
        return invocation;
    }

    /** Ends it; what the application writes under this id afterwards still comes into the same stream. */
    public void end(Invocation invocation) {
        platform(invocation, "END RequestId: " + invocation.id());
        Duration taken = Duration.between(invocation.started(), clock.instant());
        platform(invocation, report(invocation.id(), taken.toNanos() / 1e6));
        containers.giveBack(invocation.stream());
    }

    /** Ends it after the platform lost patience, with the platform's own line. */
    public void endWithTimeout(Invocation invocation, Duration limit) {
        String line = String.format(
                Locale.ROOT,
                "%s %s Task timed out after %.2f seconds%n",
                clock.instant(),
                invocation.id(),
                limit.toMillis() / 1000.0);
        platform(invocation, line);
        end(invocation);
    }

    /** A line of the platform itself, which no fault of the application's logging doubles or drops. */
    public void platform(Invocation invocation, String text) {
        if (!switches.silent()) {
            write(invocation.stream(), text);
        }
    }

    /** The stream of an invocation that has begun. */
    public Optional<String> streamOf(String requestId) {
        return Optional.ofNullable(streams.get(requestId));
    }

    /** The last 4 KB that an invocation wrote, as its starter may ask for them. */
    public String tail(Invocation invocation) {
        String all = group.found(Instant.MAX).stream()
                .filter(event -> event.stream().equals(invocation.stream()))
                .filter(event -> !event.timestamp().isBefore(invocation.started()))
                .map(LogEvent::message)
                .collect(Collectors.joining());
        return all.substring(Math.max(0, all.length() - TAIL));
    }

    @Override
    public void record(String level, String requestId, String message) {
        String text = RecordShape.record(level, clock.instant(), requestId, message);
        for (int i = 0; i < switches.copies(level); i++) {
            write(streamOf(requestId).orElse(NO_STREAM), text);
        }
    }

    @Override
    public void line(String requestId, String text) {
        for (int i = 0; i < switches.copies("INFO"); i++) {
            write(streamOf(requestId).orElse(NO_STREAM), text);
        }
    }

    public void clear() {
        streams.clear();
        group.clear();
    }

    private void write(String stream, String text) {
        Instant now = clock.instant();
        if (switches.elsewhere()) {
            oldPlace.write(now, PROCESS_IN_OLD_PLACE, text);
        } else {
            group.write(stream, now, text + "\n", now.plus(switches.delay()));
        }
    }

    static String report(String id, double millis) {
        long billed = Math.max(1, (long) Math.ceil(millis / BILLED_STEP)) * BILLED_STEP;
        return String.format(
                Locale.ROOT,
                "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms \tMemory Size: 512 MB\tMax Memory Used: 92 MB\t",
                id,
                millis,
                billed);
    }
}
