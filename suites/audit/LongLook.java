package audit;

import cutover.probe.log.LogObservation;
import cutover.probe.log.LogRecord;
import cutover.probe.log.LogSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads a log over a long time, piece by piece, so that no search yields more than is read at once; whoever keeps the
 * records decides how much memory that takes.
 */
final class LongLook {

    private static final Duration PIECE = Duration.ofHours(1);
    private static final Duration LEAST_PIECE = Duration.ofSeconds(30);
    private static final long MOST = 1_000_000;

    private final LogSource source;
    private long records;

    LongLook(LogSource source) {
        this.source = source;
    }

    /**
     * Hands over each record of the time, earliest first.
     *
     * @param each says whether to go on
     * @return why not all of it was read; empty when it was
     */
    Optional<String> over(Instant from, Instant to, Predicate<LogRecord> each) {
        Duration piece = PIECE;
        Instant at = from;
        while (at.isBefore(to)) {
            Instant next = at.plus(piece).isBefore(to) ? at.plus(piece) : to;
            LogObservation seen = source.search("", at, next.minusNanos(1));
            if (isCut(seen) && piece.compareTo(LEAST_PIECE) > 0) {
                piece = piece.dividedBy(2);
                continue;
            }
            Optional<String> end = taken(seen, each);
            if (end.isPresent()) {
                return end;
            }
            at = next;
            piece = PIECE;
        }
        return Optional.empty();
    }

    /** How many records were handed over so far. */
    long records() {
        return records;
    }

    private static boolean isCut(LogObservation seen) {
        return seen.fold(LogObservation.Found::cut, refused -> false, unreachable -> false);
    }

    private Optional<String> taken(LogObservation seen, Predicate<LogRecord> each) {
        return seen.fold(
                found -> found.cut()
                        ? Optional.of("a part of it holds more records than are read")
                        : handedOver(found, each),
                refused -> Optional.of("our credential is refused: " + refused.detail()),
                unreachable -> Optional.of("it can't be reached: " + unreachable.detail()));
    }

    private Optional<String> handedOver(LogObservation.Found found, Predicate<LogRecord> each) {
        for (LogRecord record : found.records()) {
            records++;
            if (!each.test(record) || records > MOST) {
                return Optional.of("it holds too much to be read to its end; read were " + records + " records");
            }
        }
        return Optional.empty();
    }
}
