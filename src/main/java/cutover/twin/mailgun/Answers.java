package cutover.twin.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import cutover.twin.web.WebResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The vendor's way to answer. */
final class Answers {

    private static final String JSON = "application/json";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Answers() {}

    static WebResponse json(JsonNode body) {
        return WebResponse.text(200, JSON, body.toString());
    }

    static WebResponse message(int status, String message) {
        return WebResponse.text(
                status,
                JSON,
                JsonNodeFactory.instance.objectNode().put("message", message).toString());
    }

    static WebResponse noSuchDomain(String name) {
        return message(404, "Domain not found: " + name);
    }

    /** RFC 1123, in GMT. */
    static String date(Instant time) {
        return DATE.format(time);
    }
}
