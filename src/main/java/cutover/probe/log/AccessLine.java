package cutover.probe.log;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request as the access log tells it (combined log format, then the duration).
 *
 * @param at to the second
 * @param path without query string where the writer leaves it out
 * @param state HTTP status
 * @param size bytes of the body; -1 when not told
 * @param duration zero when not told; {@code 0/312.42} means seconds/milliseconds
 */
public record AccessLine(
        String clientIp,
        Instant at,
        String method,
        String path,
        int state,
        long size,
        String referer,
        String userAgent,
        Duration duration) {

    private static final Pattern LINE = Pattern.compile(
            "(\\S+) \\S+ \\S+ \\[([^\\]]+)] \"(\\S+) (\\S+)[^\"]*\" (\\d{3})"
                    + " (\\d+|-)(?: \"((?:[^\"\\\\]|\\\\.)*)\" \"((?:[^\"\\\\]|\\\\.)*)\")?(?: (?:\\d+/)?(\\d+(?:\\.\\d+)?))?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    /** The access line in the record's message; empty when the message is none. */
    public static Optional<AccessLine> in(LogRecord record) {
        return in(record.headline());
    }

    /** The access line that the text is; blanks around it don't matter. */
    public static Optional<AccessLine> in(String text) {
        Matcher line = LINE.matcher(text.strip());
        if (!line.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(line));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static AccessLine read(Matcher line) {
        return new AccessLine(
                line.group(1),
                OffsetDateTime.parse(line.group(2), TIME).toInstant(),
                line.group(3),
                line.group(4),
                Integer.parseInt(line.group(5)),
                line.group(6).equals("-") ? -1 : Long.parseLong(line.group(6)),
                line.group(7) == null ? "" : line.group(7),
                line.group(8) == null ? "" : line.group(8),
                line.group(9) == null ? Duration.ZERO : millis(line.group(9)));
    }

    private static Duration millis(String text) {
        return Duration.ofNanos(Math.round(Double.parseDouble(text) * 1_000_000));
    }
}
