package cutover.twin.site;

import cutover.twin.fault.Side;
import cutover.twin.web.LogSink;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Analytics events. Each leaves a line on standard output; on the new platform the root logger repeats it. */
final class Events {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private final LogSink log;
    private final Clock clock;
    private final Side side;

    Events(LogSink log, Clock clock, Side side) {
        this.log = log;
        this.clock = clock;
        this.side = side;
    }

    void emit(String requestId, String distinctId, String event, Map<String, String> properties) {
        String line = String.join(
                "\t",
                STAMP.format(clock.instant().atOffset(ZoneOffset.UTC)),
                "call_to_mixpanel",
                "distinct_id=" + distinctId,
                "event_name=" + event,
                "properties=" + dictionary(properties));
        log.line(requestId, line);
        if (side == Side.NEW) {
            log.record("INFO", requestId, line);
        }
    }

    /** As the application's language prints it. */
    static String dictionary(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}
