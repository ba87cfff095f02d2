package cutover.twin.log;

import cutover.twin.web.WebRequest;
import cutover.twin.web.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** The shapes in which the application's runtime writes its records. */
public final class RecordShape {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ACCESS =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH);
    private static final int MILLION = 1_000_000;

    private RecordShape() {}

    /** A logger's record, tab separated. The milliseconds are not padded: {@code .86Z} is 86 ms, as the runtime has it. */
    static String record(String level, Instant now, String requestId, String message) {
        String time = SECOND.format(now.atOffset(ZoneOffset.UTC)) + "." + now.getNano() / MILLION + "Z";
        return String.join("\t", "[" + level + "]", time, requestId, message);
    }

    /** The message of an access line: path without query, size in bytes, and at the end seconds/milliseconds taken. */
    public static String access(WebRequest request, WebResponse response, Instant now, Duration taken) {
        return String.format(
                Locale.ROOT,
                "%s - - [%s] \"%s %s%s HTTP/1.1\" %d %d \"%s\" \"%s\" %d/%.3f",
                request.clientIp(),
                accessTime(now),
                request.method(),
                request.stage(),
                request.path(),
                response.status(),
                response.body().length,
                request.header("Referer").orElse(""),
                request.header("User-Agent").orElse(""),
                taken.toSeconds(),
                taken.toNanos() / (double) MILLION);
    }

    /** A time as access lines have it. */
    static String accessTime(Instant at) {
        return ACCESS.format(at.atOffset(ZoneOffset.UTC));
    }

    /** The whole request as the runtime's debug level writes it: a Python dict, cookies and body in clear. */
    public static String dump(WebRequest request) {
        String headers = request.headers().stream()
                .map(header -> quoted(header.getKey()) + ": " + quoted(header.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        return "Zappa Event: {'resource': '/{proxy+}', 'path': " + quoted(request.path()) + ", 'httpMethod': "
                + quoted(request.method()) + ", 'headers': " + headers + ", 'queryStringParameters': "
                + (request.query().isEmpty() ? "None" : quoted(request.query()))
                + ", 'requestContext': {'path': " + quoted(request.stage() + request.path())
                + ", 'stage': 'production', 'requestId': " + quoted(request.requestId()) + "}, 'body': "
                + (request.body().length == 0 ? "None" : quoted(request.text())) + ", 'isBase64Encoded': False}";
    }

    private static String quoted(String text) {
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "'";
    }
}
