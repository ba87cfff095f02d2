package audit;

import common.OwnTraffic;
import cutover.probe.log.AccessLine;
import cutover.probe.log.LogRecord;
import cutover.probe.log.RouterLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The past traffic of the site that was left, in pieces as long as the time that is audited. The application's own access
 * lines tell who asked; its router's lines are counted where there are no others, and always where only the router answered.
 */
final class OldDays {

    private final Instant end;
    private final Duration length;
    private final SortedMap<Long, Tally> told = new TreeMap<>();
    private final SortedMap<Long, Tally> routed = new TreeMap<>();
    private boolean accessed;

    /**
     * @param end the last piece ends here
     * @param length of each piece
     */
    OldDays(Instant end, Duration length) {
        this.end = end;
        this.length = length;
    }

    /** A request of a stranger, as the application tells it. */
    void accessed(AccessLine line) {
        accessed = true;
        piece(told, line).add(line);
    }

    /** A record of the log, which may be the router's. */
    void read(LogRecord record) {
        RouterLine.in(record)
                .filter(router -> !OwnTraffic.isMarked(router.target()))
                .ifPresent(router -> {
                    piece(routed, router.line()).add(router.line());
                    if (router.failed()) {
                        piece(told, router.line()).add(router.line());
                    }
                });
    }

    /** The pieces, the latest first. */
    List<OldDay> days() {
        return (accessed ? told : routed)
                .entrySet().stream()
                        .map(piece -> day(piece.getKey(), piece.getValue()))
                        .toList();
    }

    /** An access line need not tell how long it took; the router does. */
    private OldDay day(long number, Tally tally) {
        Tally other = tally.spans().count() > 0 ? tally : routed.getOrDefault(number, tally);
        return new OldDay(end.minus(length.multipliedBy(number + 1)), length, tally, other.spans());
    }

    private Tally piece(SortedMap<Long, Tally> pieces, AccessLine line) {
        long back = Math.max(0, Duration.between(line.at(), end).toMillis());
        return pieces.computeIfAbsent(back / length.toMillis(), number -> new Tally());
    }
}
