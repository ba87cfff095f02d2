package frontdoor;

import cutover.patience.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * When a change will have reached everybody who keeps to the times that the name servers tell.
 *
 * @param now when it was looked
 * @param zone in which times are told
 * @param terms all that is known about it, in any order
 */
record PropagationClock(Instant now, ZoneId zone, List<ClockTerm> terms) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    PropagationClock {
        terms = terms.stream()
                .sorted(Comparator.comparing(ClockTerm::latest).reversed())
                .toList();
    }

    /** The end of the last reason; empty when all have ended, or none is known. */
    Optional<Instant> notBefore() {
        return last(ClockTerm::latest);
    }

    /** Until then old data is surely remembered somewhere, even if the change is older than we know. */
    Optional<Instant> surelyNotBefore() {
        return last(ClockTerm::earliest);
    }

    private Optional<Instant> last(Function<ClockTerm, Instant> end) {
        return terms.stream().map(end).filter(now::isBefore).max(Comparator.naturalOrder());
    }

    /** "complete not before 14:03:20 (UTC), in 2 min 5 s". */
    String told() {
        return notBefore()
                .map(end -> "complete not before " + time(end) + ", in " + Durations.told(Duration.between(now, end)))
                .orElseGet(() -> terms.isEmpty()
                        ? "nothing is known about when it will be complete"
                        : "it should have been complete at " + time(terms.get(0).latest()));
    }

    /** How that is known, the longest first. */
    List<String> witnesses() {
        return terms.stream()
                .filter(term -> notBefore().isEmpty() || term.latest().isAfter(now))
                .map(term -> "until " + time(term.latest()) + ": " + term.witness())
                .distinct()
                .toList();
    }

    /** "14:03:20 (UTC)", with the day when it is another one. */
    String time(Instant at) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        DateTimeFormatter format = LocalDate.ofInstant(at, zone).equals(today) ? TIME : DAY;
        return format.withZone(zone).format(at) + " (" + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()) + ")";
    }
}
