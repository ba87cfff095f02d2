package cutover.probe.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the shapes in which the same records come: events of the log service, the text that {@code zappa tail} prints
 * ({@code [epochMillis] …}), and {@code heroku logs} ({@code time dyno: …}). A line that begins no record continues the
 * one before it.
 */
public final class LogLines {

    private static final Pattern TAIL = Pattern.compile("^\\[(\\d{12,14})] (.*)$", Pattern.DOTALL);
    private static final Pattern HEROKU =
            Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT\\S+[+-]\\d\\d:\\d\\d) (\\w+\\[[\\w.-]+]): ?(.*)$", Pattern.DOTALL);
    private static final Pattern TRACE = Pattern.compile("^(\\s+\\S.*|\\s*|Traceback \\(most recent call last\\):.*)$");

    private LogLines() {}

    /** One event of a log service, which may hold several lines. */
    public static LogRecord event(String stream, Instant at, String message) {
        return RecordText.read(stream, at, message.stripTrailing());
    }

    /**
     * Lines of a file in their order.
     *
     * @param stream name for lines that don't tell their own
     * @param before time of records before the first one that tells its own
     */
    public static List<LogRecord> records(String stream, List<String> lines, Instant before) {
        List<LogRecord> records = new ArrayList<>();
        Begun begun = null;
        for (String line : lines) {
            Optional<Begun> next = begin(stream, line, begun == null ? before : begun.at);
            if (next.isPresent() && !continues(begun, next.get())) {
                finish(begun, records);
                begun = next.get();
            } else if (begun == null) {
                begun = new Begun(stream, before, line, false);
            } else {
                begun.add(next.map(Begun::text).orElse(line), line);
            }
        }
        finish(begun, records);
        return records;
    }

    private static void finish(Begun begun, List<LogRecord> records) {
        if (begun != null && !begun.text().isBlank()) {
            LogRecord read = RecordText.read(begun.stream, begun.at, begun.text());
            records.add(new LogRecord(
                    read.at(), read.level(), read.requestId(), read.message(), read.stream(), begun.raw()));
        }
    }

    private static Optional<Begun> begin(String stream, String line, Instant before) {
        Matcher tail = TAIL.matcher(line);
        if (tail.matches()) {
            Instant at = Instant.ofEpochMilli(Long.parseLong(tail.group(1)));
            return Optional.of(new Begun(stream, at, tail.group(2), line, false));
        }
        Matcher heroku = HEROKU.matcher(line);
        if (heroku.matches()) {
            return LogTime.iso(heroku.group(1)).map(at -> new Begun(heroku.group(2), at, heroku.group(3), line, true));
        }
        return RecordText.begins(line) ? Optional.of(new Begun(stream, before, line, false)) : Optional.empty();
    }

    // Heroku gives each line of a traceback a time of its own; the line after an indented one names the exception
    private static boolean continues(Begun begun, Begun next) {
        if (begun == null || !begun.perLine || !next.perLine || !begun.stream.equals(next.stream)) {
            return false;
        }
        return TRACE.matcher(next.text()).matches() || begun.lastLine().matches("\\s+\\S.*");
    }

    /** A record whose lines are still being collected. */
    private static final class Begun {

        private final String stream;
        private final Instant at;
        private final boolean perLine;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder raw = new StringBuilder();
        private String last;

        Begun(String stream, Instant at, String line, boolean perLine) {
            this(stream, at, line, line, perLine);
        }

        Begun(String stream, Instant at, String text, String raw, boolean perLine) {
            this.stream = stream;
            this.at = at;
            this.perLine = perLine;
            this.text.append(text);
            this.raw.append(raw);
            this.last = text;
        }

        void add(String line, String rawLine) {
            text.append('\n').append(line);
            raw.append('\n').append(rawLine);
            last = line;
        }

        String text() {
            return text.toString();
        }

        String raw() {
            return raw.toString();
        }

        String lastLine() {
            return last;
        }
    }
}
