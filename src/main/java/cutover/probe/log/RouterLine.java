package cutover.probe.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request as Heroku's router tells it: {@code at=info method=GET path="/x" … service=18ms status=200 bytes=13}. It knows no
 * User-Agent, and tells of requests that the application never saw.
 *
 * @param failed whether the router itself answered, because the application did not
 * @param target path with its query string
 * @param line the same as an access line; its duration is the router's {@code service}, zero where that is left out
 */
public record RouterLine(boolean failed, String target, AccessLine line) {

    private static final Pattern FIELD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S*))");

    /** The router's line in the record's message; empty when the message is none, or tells no status. */
    public static Optional<RouterLine> in(LogRecord record) {
        String text = record.headline();
        if (!text.startsWith("at=")) {
            return Optional.empty();
        }
        Map<String, String> fields = fields(text);
        return fields.containsKey("method") && fields.getOrDefault("status", "").matches("\\d{3}")
                ? Optional.of(read(record, fields))
                : Optional.empty();
    }

    private static RouterLine read(LogRecord record, Map<String, String> fields) {
        String target = fields.getOrDefault("path", "");
        return new RouterLine(
                !fields.get("at").equals("info"),
                target,
                new AccessLine(
                        fields.getOrDefault("fwd", ""),
                        record.at(),
                        fields.get("method"),
                        target.replaceFirst("\\?.*", ""),
                        Integer.parseInt(fields.get("status")),
                        number(fields.getOrDefault("bytes", ""), -1),
                        "",
                        "",
                        Duration.ofMillis(
                                number(fields.getOrDefault("service", "").replace("ms", ""), 0))));
    }

    private static long number(String text, long otherwise) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : otherwise;
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            fields.putIfAbsent(field.group(1), field.group(2) == null ? field.group(3) : field.group(2));
        }
        return fields;
    }
}
