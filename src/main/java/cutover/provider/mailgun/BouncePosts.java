package cutover.provider.mailgun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
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
    private static final int LENGTH_OF_ID = 22;

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
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        counted(fields)
                .forEach(field -> body.writeBytes(bytes("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                        + field.getValue() + "\r\n")));
        byte[] mail = mail();
        body.writeBytes(bytes("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"attachment-1\"; filename=\"message.mime\"\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Length: " + mail.length + "\r\n\r\n"));
        body.writeBytes(mail);
        body.writeBytes(bytes("\r\n--" + boundary + "--\r\n"));
        return new BouncePost("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    /** A post of today's webhooks: {@code signature} and {@code event-data}, a permanent failure. */
    public static BouncePost json(Bounce bounce, Signed signed) {
        ObjectNode post = JsonNodeFactory.instance.objectNode();
        post.putObject("signature")
                .put("token", signed.token())
                .put("timestamp", signed.timestamp())
                .put("signature", signed.signature());
        failed(post.putObject("event-data"), bounce, signed);
        return new BouncePost("application/json", bytes(written(post)));
    }

    private static void failed(ObjectNode event, Bounce bounce, Signed signed) {
        event.put(
                        "id",
                        signed.token()
                                .substring(
                                        0, Math.min(LENGTH_OF_ID, signed.token().length())))
                .put("timestamp", Double.parseDouble(signed.timestamp()))
                .put("log-level", "error")
                .put("event", "failed")
                .put("severity", "permanent")
                .put("reason", "bounce");
        event.putObject("delivery-status")
                .put("attempt-no", 1)
                .put("message", bounce.error())
                .put("code", Integer.parseInt(bounce.code()))
                .put("description", "")
                .put("session-seconds", 0.0);
        event.putObject("flags")
                .put("is-routed", false)
                .put("is-authenticated", true)
                .put("is-system-test", false)
                .put("is-test-mode", false);
        event.putObject("envelope")
                .put("sender", bounce.sender())
                .put("transport", "smtp")
                .put("targets", bounce.recipient());
        message(event.putObject("message"), bounce);
        event.put("recipient", bounce.recipient())
                .put(
                        "recipient-domain",
                        bounce.recipient().substring(bounce.recipient().indexOf('@') + 1));
        event.putArray("campaigns");
        event.putArray("tags");
        bounce.variables().forEach(event.putObject("user-variables")::put);
    }

    private static void message(ObjectNode message, Bounce bounce) {
        message.putObject("headers")
                .put("to", bounce.recipient())
                .put("message-id", bounce.messageId())
                .put("from", bounce.sender())
                .put("subject", bounce.subject());
        message.putArray("attachments");
        message.put("size", 111);
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

    private static byte[] mail() {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(bytes("Mime-Version: 1.0\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Transfer-Encoding: binary\r\n\r\n"));
        for (int each = 0; each <= 0xff; each++) {
            mail.write(each);
        }
        return mail.toByteArray();
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
