package cutover.provider.mailgun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Mailgun posts about a mail that came back, in the shapes of its classic and of its present webhooks.
 *
 * @see <a href="https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhooks">Webhooks</a>
 */
public final class BouncePosts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MAIL_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final String COUNT = "attachment-count";

    private BouncePosts() {}

    /**
     * The fields of a classic post, in the order of their names' code units, as Mailgun sends them; the variables are
     * fields among the others.
     */
    public static List<Map.Entry<String, String>> fields(Bounce bounce, Signed signed) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(List.of(
                Map.entry("Message-Id", "<" + bounce.messageId() + ">"),
                Map.entry("X-Mailgun-Sid", sid(bounce)),
                Map.entry("body-plain", ""),
                Map.entry("code", bounce.code()),
                Map.entry("domain", bounce.domain()),
                Map.entry("error", bounce.error()),
                Map.entry("event", "bounced"),
                Map.entry("message-headers", headers(bounce)),
                Map.entry("recipient", bounce.recipient()),
                Map.entry("signature", signed.signature()),
                Map.entry("timestamp", signed.timestamp()),
                Map.entry("token", signed.token())));
        bounce.variables().forEach((name, value) -> fields.add(Map.entry(name, value)));
        fields.sort(Map.Entry.comparingByKey());
        return List.copyOf(fields);
    }

    /** A classic post without attachment, URL-encoded UTF-8. */
    public static BouncePost form(List<Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new BouncePost("application/x-www-form-urlencoded", bytes(body));
    }

    /**
     * A classic post with the mail as attachment, as the test button sends it: {@code attachment-count} among the
     * fields and a file {@code attachment-1} behind them, which holds every byte there is (RFC 7578).
     *
     * @param boundary must not occur in a field
     */
    public static BouncePost multipart(List<Map.Entry<String, String>> fields, String boundary) {
        return new BouncePost("multipart/form-data; boundary=" + boundary, BounceParts.of(counted(fields), boundary));
    }

    /** A post of today's webhooks: {@code signature} and {@code event-data}, a permanent failure. */
    public static BouncePost json(Bounce bounce, Signed signed) {
        return new BouncePost("application/json", bytes(written(BounceEvent.of(bounce, signed))));
    }

    private static String headers(Bounce bounce) {
        String date = MAIL_DATE.format(bounce.sent());
        ArrayNode headers = JsonNodeFactory.instance.arrayNode();
        header(headers, "Received", "by luna.mailgun.net with HTTP; " + date);
        // the one header whose value Mailgun takes apart
        headers.addArray()
                .add("Content-Type")
                .addArray()
                .add("text/plain")
                .addObject()
                .put("charset", "utf-8");
        header(headers, "Mime-Version", "1.0");
        header(headers, "Subject", bounce.subject());
        header(headers, "From", bounce.sender());
        header(headers, "To", bounce.recipient());
        header(headers, "Message-Id", "<" + bounce.messageId() + ">");
        header(headers, "X-Mailgun-Sid", sid(bounce));
        header(headers, "X-Mailgun-Variables", written(JSON.valueToTree(bounce.variables())));
        header(headers, "Date", date);
        header(headers, "Sender", bounce.sender());
        return written(headers);
    }

    private static void header(ArrayNode headers, String name, String value) {
        headers.addArray().add(name).add(value);
    }

    private static String sid(Bounce bounce) {
        String content = written(JsonNodeFactory.instance
                .arrayNode()
                .add("07290")
                .add(bounce.recipient())
                .add("6"));
        return Base64.getEncoder().encodeToString(bytes(content));
    }

    private static List<Map.Entry<String, String>> counted(List<Map.Entry<String, String>> fields) {
        List<Map.Entry<String, String>> counted = new ArrayList<>(fields);
        if (fields.stream().noneMatch(field -> field.getKey().equals(COUNT))) {
            int place = (int) fields.stream()
                    .takeWhile(field -> Comparator.<String>naturalOrder().compare(field.getKey(), COUNT) < 0)
                    .count();
            counted.add(place, Map.entry(COUNT, "1"));
        }
        return counted;
    }

    private static String written(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be written", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
