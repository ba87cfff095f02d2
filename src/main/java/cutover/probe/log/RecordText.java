package cutover.probe.log;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one record after prefixes of the transport were taken off. */
final class RecordText {

    private static final String ID = "([0-9a-fA-F]{8}-[0-9a-fA-F-]{20,})";
    private static final Pattern LOGGER =
            Pattern.compile("^\\[(\\w+)]\\t(\\S+Z)\\t([^\\t\\n]*)\\t?(.*)$", Pattern.DOTALL);
    private static final Pattern PLATFORM =
            Pattern.compile("^(?:START|END|REPORT) RequestId: (\\S+)(.*)$", Pattern.DOTALL);
    private static final Pattern EXITED = Pattern.compile("^RequestId: (\\S+)\\s+(.*)$", Pattern.DOTALL);
    private static final Pattern TIMED = Pattern.compile("^(\\S+Z) " + ID + " (.*)$", Pattern.DOTALL);
    private static final Pattern STDOUT =
            Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{1,6})\\t(.*)$", Pattern.DOTALL);
    private static final Pattern ROUTER = Pattern.compile("(?:^| )request_id=(\\S+)");
    private static final Pattern BARE_LEVEL =
            Pattern.compile("^\\[?(DEBUG|INFO|WARNING|ERROR|CRITICAL)]?[:\\s]\\s*(.*)$", Pattern.DOTALL);
    private static final DateTimeFormatter PYTHON = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private RecordText() {}

    /** True when the line can be the first of a record without any prefix of the transport. */
    static boolean begins(String line) {
        return LOGGER.matcher(line).matches()
                || PLATFORM.matcher(line).matches()
                || EXITED.matcher(line).matches()
                || TIMED.matcher(line).matches()
                || STDOUT.matcher(line).matches();
    }

    static LogRecord read(String stream, Instant carried, String text) {
        return logger(stream, carried, text)
                .or(() -> platform(stream, carried, text))
                .or(() -> stdout(stream, carried, text))
                .orElseGet(() -> plain(stream, carried, text));
    }

    private static Optional<LogRecord> logger(String stream, Instant carried, String text) {
        Matcher matcher = LOGGER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Instant at = LogTime.lambda(matcher.group(2)).orElse(carried);
        return Optional.of(new LogRecord(at, matcher.group(1), matcher.group(3), matcher.group(4), stream, text));
    }

    private static Optional<LogRecord> platform(String stream, Instant carried, String text) {
        Matcher timed = TIMED.matcher(text);
        if (timed.matches()) {
            Instant at = LogTime.lambda(timed.group(1)).orElse(carried);
            return Optional.of(new LogRecord(at, "", timed.group(2), timed.group(3), stream, text));
        }
        Matcher lifecycle = PLATFORM.matcher(text);
        if (lifecycle.matches()) {
            return Optional.of(new LogRecord(carried, "", lifecycle.group(1), text, stream, text));
        }
        Matcher exited = EXITED.matcher(text);
        return exited.matches()
                ? Optional.of(new LogRecord(carried, "", exited.group(1), exited.group(2), stream, text))
                : Optional.empty();
    }

    // printed by the application in its own zone, which the text does not tell: the carried time is better if there is
    // one
    private static Optional<LogRecord> stdout(String stream, Instant carried, String text) {
        Matcher matcher = STDOUT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Instant at = carried.equals(Instant.EPOCH) ? python(matcher.group(1)) : carried;
        return Optional.of(new LogRecord(at, "", "", matcher.group(2), stream, text));
    }

    private static Instant python(String time) {
        try {
            return LocalDateTime.parse(time.substring(0, 19), PYTHON).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static LogRecord plain(String stream, Instant carried, String text) {
        Matcher router = ROUTER.matcher(text);
        String requestId = router.find() ? router.group(1) : "";
        Matcher level = BARE_LEVEL.matcher(text);
        return level.matches()
                ? new LogRecord(carried, level.group(1), requestId, level.group(2), stream, text)
                : new LogRecord(carried, "", requestId, text, stream, text);
    }
}
