package cutover.probe.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as loggers write them. */
final class LogTime {

    private static final Pattern UTC =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,3}))?Z");

    private LogTime() {}

    /**
     * {@code 2018-01-12T18:03:21.86Z}: what follows the point is a number of milliseconds, without leading zeros, not a
     * fraction.
     */
    static Optional<Instant> lambda(String text) {
        Matcher matcher = UTC.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long millis = matcher.group(2) == null ? 0 : Long.parseLong(matcher.group(2));
        return read(() ->
                LocalDateTime.parse(matcher.group(1)).toInstant(ZoneOffset.UTC).plusMillis(millis));
    }

    /** {@code 2018-01-12T18:03:21.123456+00:00}, a true fraction. */
    static Optional<Instant> iso(String text) {
        return read(() -> OffsetDateTime.parse(text).toInstant());
    }

    private static Optional<Instant> read(Reading reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Reading {
        Instant read();
    }
}
