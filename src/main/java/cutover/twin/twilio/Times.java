package cutover.twin.twilio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Times as the API writes and reads them, all in UTC and to the second. */
final class Times {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private static final DateTimeFormatter ZONE_OR_UTC = DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC);

    private Times() {}

    /** As the version of 2010 writes it. */
    static String mail(Instant time) {
        return RFC_2822.format(time.atOffset(ZoneOffset.UTC));
    }

    /** As the newer APIs write it. */
    static String iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A span of time that somebody named by its beginning: a day or a second. */
    record Named(Instant from, Instant until) {

        boolean holds(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    /** A day, or a second with or without a zone, which is then UTC (ISO 8601); nothing for anything else. */
    static Optional<Named> named(String text) {
        try {
            if (text.length() == "2026-11-25".length()) {
                Instant day = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                return Optional.of(new Named(day, day.plus(1, ChronoUnit.DAYS)));
            }
            Instant second = ZonedDateTime.parse(text, ZONE_OR_UTC).toInstant().truncatedTo(ChronoUnit.SECONDS);
            return Optional.of(new Named(second, second.plusSeconds(1)));
        } catch (DateTimeParseException notTime) {
            return Optional.empty();
        }
    }
}
