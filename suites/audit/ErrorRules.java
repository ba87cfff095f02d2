package audit;

import cutover.probe.log.AccessLine;
import cutover.probe.log.LogRecord;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which records are errors: by level, by the platforms' own words, by a traceback, by a bare "Error" on standard output. */
final class ErrorRules {

    private static final List<String> LEVELS = List.of("ERROR", "CRITICAL", "FATAL");

    /** AWS Lambda and Heroku say these themselves, without a level; the second half does not hold the word "Error". */
    private static final List<String> PLATFORMS = List.of(
            "Unable to import module",
            "module initialization error",
            "Runtime exited with error",
            "at=error code=",
            "Error R1",
            "Task timed out after",
            "Process exited before completing",
            "Traceback (most recent call last)");

    private static final Pattern ERROR = Pattern.compile("\\b\\w*Error\\b");
    private static final Pattern IDS = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F-]{20,}|\\b[0-9a-fA-F]{16,}\\b|\\d+");

    private ErrorRules() {}

    /** The error that the record tells of; an access line is judged by {@link #answered} instead. */
    static Optional<ErrorSeen> in(LogRecord record) {
        return isError(record) ? Optional.of(seen(record, signature(record))) : Optional.empty();
    }

    /** The error that an access line tells of: a request that was answered with 5xx. */
    static Optional<ErrorSeen> answered(LogRecord record, AccessLine line) {
        return line.state() < 500
                ? Optional.empty()
                : Optional.of(seen(record, line.state() + " at " + line.method() + " " + plain(line.path())));
    }

    private static boolean isError(LogRecord record) {
        if (record.message().startsWith(Dumps.BEGIN)) {
            return false;
        }
        return LEVELS.contains(record.level())
                || PLATFORMS.stream().anyMatch(record.message()::contains)
                || record.level().isEmpty() && ERROR.matcher(record.headline()).find();
    }

    private static ErrorSeen seen(LogRecord record, String signature) {
        return new ErrorSeen(signature, record.at(), record.requestId(), record.raw());
    }

    /** The first line; of a traceback also the last, which names the exception. */
    private static String signature(LogRecord record) {
        List<String> lines =
                record.message().lines().filter(line -> !line.isBlank()).toList();
        String first = lines.isEmpty() ? "a record without text" : lines.get(0).strip();
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
        return plain(lines.size() > 1 ? first + " (" + last + ")" : first);
    }

    /** The text without numbers and ids. */
    static String plain(String text) {
        return IDS.matcher(text).replaceAll("#");
    }
}
