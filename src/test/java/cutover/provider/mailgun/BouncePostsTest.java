package cutover.provider.mailgun;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BouncePostsTest {

    private static final Bounce BOUNCE = new Bounce(
            "mg.example.org",
            "alice@example.com",
            "bob@mg.example.org",
            "Bounce é run-1",
            "5.1.1 No such account & more\n5.1.1 really + truly",
            "550",
            Instant.parse("2013-05-03T18:26:27Z"),
            "20130503182626.1@mg.example.org",
            Map.of("my_var_1", "Mailgun Variable #1", "my-var-2", "awesome"));
    private static final Signed SIGNED = Signed.by(
            "key", Instant.ofEpochSecond(1_515_787_200), "0123456789abcdef0123456789abcdef0123456789abcdef01");

    private static final List<Map.Entry<String, String>> FIELDS = BouncePosts.fields(BOUNCE, SIGNED);

    private static String field(String name) {
        return FIELDS.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theClassicFieldsComeInTheOrderOfTheirNames() {
        assertThat(FIELDS)
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "Message-Id",
                        "X-Mailgun-Sid",
                        "body-plain",
                        "code",
                        "domain",
                        "error",
                        "event",
                        "message-headers",
                        "my-var-2",
                        "my_var_1",
                        "recipient",
                        "signature",
                        "timestamp",
                        "token");
        assertThat(field("event")).isEqualTo("bounced");
        assertThat(field("code")).isEqualTo("550");
        assertThat(field("error")).isEqualTo(BOUNCE.error());
        assertThat(field("recipient")).isEqualTo("alice@example.com");
        assertThat(field("domain")).isEqualTo("mg.example.org");
        assertThat(field("Message-Id")).isEqualTo("<20130503182626.1@mg.example.org>");
        assertThat(field("timestamp")).isEqualTo("1515787200");
        assertThat(field("signature")).isEqualTo(MailgunSignature.of("key", "1515787200", SIGNED.token()));
    }

    @Test
    void theHeadersOfTheMailAreAListOfPairs() throws Exception {
        Map<String, JsonNode> headers = new LinkedHashMap<>();
        for (JsonNode pair : new ObjectMapper().readTree(field("message-headers"))) {
            assertThat(pair).hasSize(2);
            headers.put(pair.get(0).asText(), pair.get(1));
        }

        assertThat(headers.get("Sender").asText()).isEqualTo("bob@mg.example.org");
        assertThat(headers.get("Subject").asText()).isEqualTo("Bounce é run-1");
        assertThat(headers.get("Date").asText()).isEqualTo("Fri, 03 May 2013 18:26:27 +0000");
        assertThat(headers.get("Content-Type").isArray()).isTrue();
        assertThat(new ObjectMapper()
                        .readTree(headers.get("X-Mailgun-Variables").asText()))
                .isEqualTo(new ObjectMapper().valueToTree(BOUNCE.variables()));
    }

    @Test
    void aFormHoldsTheFieldsAsTheyWere() {
        BouncePost post = BouncePosts.form(FIELDS);

        assertThat(post.contentType()).isEqualTo("application/x-www-form-urlencoded");
        String body = new String(post.body(), StandardCharsets.US_ASCII);
        assertThat(List.of(body.split("&")))
                .map(pair -> Map.entry(
                        pair.substring(0, pair.indexOf('=')),
                        URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8)))
                .isEqualTo(FIELDS);
    }

    @Test
    void aMultipartHoldsTheFieldsTheCountAndTheFile() throws Exception {
        BouncePost post = BouncePosts.multipart(FIELDS, "f723ccea-a5e9");
        MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(post.body(), post.contentType()));

        assertThat(post.contentType()).isEqualTo("multipart/form-data; boundary=f723ccea-a5e9");
        assertThat(parts.getCount()).isEqualTo(FIELDS.size() + 2);
        assertThat(parts.getBodyPart(2).getHeader("Content-Disposition"))
                .containsExactly("form-data; name=\"attachment-count\"");
        assertThat(bytes(parts.getBodyPart(2))).asString().isEqualTo("1");
        assertThat(bytes(parts.getBodyPart(6))).asString(StandardCharsets.UTF_8).isEqualTo(BOUNCE.error());
        assertThat(bytes(parts.getBodyPart(8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(field("message-headers"))
                .contains("Bounce é run-1");
    }

    @Test
    void theFileHoldsEveryByteThereIs() throws Exception {
        BouncePost post = BouncePosts.multipart(FIELDS, "f723ccea-a5e9");
        MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(post.body(), post.contentType()));
        BodyPart file = parts.getBodyPart(parts.getCount() - 1);
        byte[] mail = bytes(file);

        assertThat(file.getHeader("Content-Disposition"))
                .containsExactly("form-data; name=\"attachment-1\"; filename=\"message.mime\"");
        assertThat(file.getHeader("Content-Type")).containsExactly("application/octet-stream");
        assertThat(file.getHeader("Content-Length")).containsExactly(Integer.toString(mail.length));
        byte[] all = new byte[256];
        for (int each = 0; each < all.length; each++) {
            all[each] = (byte) each;
        }
        assertThat(mail).endsWith(all);
    }

    @Test
    void aCountThatIsGivenIsNotTouched() {
        BouncePost post =
                BouncePosts.multipart(List.of(Map.entry("token", "t"), Map.entry("attachment-count", "7")), "b");

        assertThat(new String(post.body(), StandardCharsets.ISO_8859_1))
                .startsWith("--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nt\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"attachment-count\"\r\n\r\n7\r\n--b\r\n")
                .containsOnlyOnce("attachment-count")
                .endsWith("\r\n--b--\r\n");
    }

    private static byte[] bytes(BodyPart part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    @Test
    void todaysPostIsAPermanentFailureWithItsSignature() throws Exception {
        BouncePost post = BouncePosts.json(BOUNCE, SIGNED);
        JsonNode body = new ObjectMapper().readTree(post.body());

        assertThat(post.contentType()).isEqualTo("application/json");
        assertThat(body.properties()).extracting(Map.Entry::getKey).containsExactly("signature", "event-data");
        assertThat(body.at("/signature/timestamp").asText()).isEqualTo("1515787200");
        assertThat(body.at("/signature/token").asText()).isEqualTo(SIGNED.token());
        assertThat(body.at("/signature/signature").asText()).isEqualTo(SIGNED.signature());
        JsonNode event = body.get("event-data");
        assertThat(event.get("event").asText()).isEqualTo("failed");
        assertThat(event.get("severity").asText()).isEqualTo("permanent");
        assertThat(event.get("timestamp").asLong()).isEqualTo(1_515_787_200);
        assertThat(event.at("/delivery-status/code").asInt()).isEqualTo(550);
        assertThat(event.at("/delivery-status/message").asText()).isEqualTo(BOUNCE.error());
        assertThat(event.at("/message/headers/message-id").asText()).isEqualTo(BOUNCE.messageId());
        assertThat(event.at("/user-variables/my-var-2").asText()).isEqualTo("awesome");
        assertThat(event.get("recipient-domain").asText()).isEqualTo("example.com");
    }

    @Test
    void aPostCannotBeChangedFromOutside() {
        byte[] given = {1, 2};
        BouncePost post = new BouncePost("text/plain", given);
        given[0] = 9;
        post.body()[1] = 9;

        assertThat(post.body()).containsExactly(1, 2);
        assertThat(post)
                .isEqualTo(new BouncePost("text/plain", new byte[] {1, 2}))
                .hasToString("text/plain, 2 bytes");
    }
}
