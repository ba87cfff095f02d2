package cutover.twin.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import cutover.twin.fault.Fault;
import cutover.twin.internet.Asked;
import cutover.twin.internet.Came;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The button that sends a sample. */
class TestCallTest {

    private static final String HOOK = "https://www.clearmyrecord.org/mailgun-bounce";

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theSampleIsAFormWithAFileSignedNow() throws Exception {
        HttpResponse<String> told = placed("permanent_fail", HOOK);

        Asked call = rig.web.awaited(1).get(0);
        Map<String, byte[]> parts = parts(call);
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(json(told).path("code").asInt()).isEqualTo(200);
        assertThat(call.url()).hasToString(HOOK);
        assertThat(text(parts, "event")).isEqualTo("bounced");
        assertThat(text(parts, "code")).isEqualTo("550");
        assertThat(text(parts, "error")).startsWith("5.1.1 The email account").hasLineCount(4);
        assertThat(text(parts, "recipient")).isEqualTo("alice@example.com");
        assertThat(text(parts, "domain")).isEqualTo(Rig.US);
        assertThat(text(parts, "attachment-count")).isEqualTo("1");
        assertThat(text(parts, "my_var_1")).isEqualTo("Mailgun Variable #1");
        assertThat(text(parts, "my-var-2")).isEqualTo("awesome");
        assertThat(text(parts, "body-plain")).isEmpty();
        assertThat(parts).containsKeys("X-Mailgun-Sid", "Message-Id");
        assertThat(text(parts, "message-headers"))
                .contains("[\"Subject\",\"Test bounces webhook\"]")
                .contains("[\"Sender\",\"bob@clearmyrecord.org\"]")
                .contains("[\"Date\",\"Fri, 03 May 2013 18:26:27 +0000\"]");
        assertThat(text(parts, "timestamp"))
                .isEqualTo(Long.toString(rig.clock.instant().getEpochSecond()));
        assertThat(text(parts, "signature"))
                .isEqualTo(Posted.signature(rig.mailgun.apiKey(), text(parts, "timestamp"), text(parts, "token")));
    }

    @Test
    void theFileInItIsNoText() throws Exception {
        placed("permanent_fail", HOOK);

        Asked call = rig.web.awaited(1).get(0);

        assertThat(Web.text(call))
                .contains("name=\"attachment-1\"; filename=\"message.mime\"")
                .contains("Content-Type: application/octet-stream");
        assertThatThrownBy(() -> StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(parts(call).get("attachment-1"))))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void whatTheWebhookAnsweredIsToldAndNotTriedAgain() throws Exception {
        rig.web.answer(request -> Web.status(500));

        assertThat(json(placed("permanent_fail", HOOK)).path("code").asInt()).isEqualTo(500);

        rig.web.answer(request -> new Came.Nothing(Came.Reason.CERTIFICATE_NAME, "no name fits"));
        JsonNode none = json(placed("permanent_fail", HOOK));
        assertThat(none.path("code").asInt()).isZero();
        assertThat(none.path("message").asText()).contains("CERTIFICATE_NAME").contains("no name fits");
        assertThat(rig.web.asked()).hasSize(2);
    }

    @Test
    void theSampleCanHaveTodaysShape() throws Exception {
        rig.on(Fault.MAILGUN_SENDS_JSON);

        placed("permanent_fail", HOOK);

        JsonNode body = new ObjectMapper().readTree(rig.web.awaited(1).get(0).body());
        assertThat(body.at("/event-data/recipient").asText()).isEqualTo("alice@example.com");
        assertThat(body.at("/event-data/message/headers/subject").asText()).isEqualTo("Test permanent_fail webhook");
        assertThat(body.at("/signature/signature").asText())
                .isEqualTo(Posted.signature(
                        rig.mailgun.apiKey(),
                        body.at("/signature/timestamp").asText(),
                        body.at("/signature/token").asText()));
        assertThat(rig.events()).isEmpty();
    }

    @Test
    void withoutAnAddressOrASampleNothingIsSent() throws Exception {
        assertThat(placed("permanent_fail", "").statusCode()).isEqualTo(400);
        assertThat(placed("opened", HOOK).statusCode()).isEqualTo(400);
        assertThat(rig.web.asked()).isEmpty();
    }

    private HttpResponse<String> placed(String webhook, String url) throws Exception {
        return rig.call(
                "PUT",
                rig.usUrl() + "v3/domains/" + Rig.US + "/webhooks/" + webhook + "/test",
                "application/json",
                "url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(Asked call) throws Exception {
        MimeMultipart form = new MimeMultipart(new ByteArrayDataSource(call.body(), Web.header(call, "Content-Type")));
        Map<String, byte[]> parts = new HashMap<>();
        for (int i = 0; i < form.getCount(); i++) {
            BodyPart part = form.getBodyPart(i);
            String name = new ContentDisposition(part.getHeader("Content-Disposition")[0]).getParameter("name");
            parts.put(name, part.getInputStream().readAllBytes());
        }
        return parts;
    }
}
