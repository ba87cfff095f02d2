package cutover.runbook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;

/** The nights in which a run was due that never began, or never ended. */
final class MissedNights {

    private static final Duration DAY = Duration.ofDays(1);

    private MissedNights() {}

    /**
     * Between the starts of two runs, by the wall clock of the zone, which a change to or from summer time does not move. A run
     * may start up to half a day late or early.
     *
     * @return the dates on which a run should have started; empty when the clock went back
     */
    static List<LocalDate> between(Instant last, Instant now, ZoneId zone) {
        LocalDateTime before = LocalDateTime.ofInstant(last, zone);
        Duration gap = Duration.between(before, LocalDateTime.ofInstant(now, zone));
        long nights = gap.plus(DAY.dividedBy(2)).dividedBy(DAY);
        return LongStream.range(1, Math.max(1, nights))
                .mapToObj(night -> before.toLocalDate().plusDays(night))
                .toList();
    }

    /** "no complete run on 2026-11-23 and 2026-11-24"; more than three as a span. */
    static String told(List<LocalDate> nights) {
        LocalDate last = nights.get(nights.size() - 1);
        if (nights.size() > 3) {
            return "no complete run from " + nights.get(0) + " to " + last + " (" + nights.size() + " nights)";
        }
        List<String> dates = nights.stream().map(LocalDate::toString).toList();
        return "no complete run on "
                + (dates.size() == 1 ? last : String.join(", ", dates.subList(0, dates.size() - 1)) + " and " + last);
    }
}
