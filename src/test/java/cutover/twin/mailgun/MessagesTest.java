package cutover.twin.mailgun;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailgun.api.v3.MailgunMessagesApi;
import cutover.twin.fault.Fault;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for a message, and what it is made into. */
class MessagesTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aMessageIsQueuedUnderAnIdOfItsDomain() throws Exception {
        HttpResponse<String> queued = posted("from=ann@clearmyrecord.org&to=carol@example.com&text=hi");

        assertThat(queued.statusCode()).isEqualTo(200);
        assertThat(queued.body())
                .matches("\\{\"id\":\"<20180315170000\\.[0-9a-f]{16}@clearmyrecord\\.org>\","
                        + "\"message\":\"Queued\\. Thank you\\.\"}");
    }

    @Test
    void textAndHtmlAreAlternatives() {
        rig.send(
                Rig.message("carol@example.com").html("<p>We have read it.</p>").build());
        rig.awaited("delivered");

        assertThat(rig.sent.get(0).mime())
                .contains("Content-Type: multipart/alternative")
                .contains("We have read it.")
                .contains("<p>We have read it.</p>");
    }

    @Test
    void eachRecipientGetsAMessageOfHisOwnAndHiddenOnesStayHidden() {
        rig.send(Rig.message("carol@example.com")
                .cc("dora@example.com")
                .bcc("emil@example.com")
                .build());
        rig.awaited(3, "delivered");

        assertThat(rig.sent)
                .extracting(Rig.Sent::to)
                .containsExactlyInAnyOrder("carol@example.com", "dora@example.com", "emil@example.com");
        assertThat(rig.sent)
                .allSatisfy(sent ->
                        assertThat(sent.mime()).contains("Cc: dora@example.com").doesNotContain("emil"));
    }

    @ParameterizedTest
    @CsvSource({
        "to=carol@example.com&text=hi, from parameter is missing",
        "from=ann@clearmyrecord.org&text=hi, to parameter is missing",
        "from=ann@clearmyrecord.org&to=carol&text=hi, 'to' parameter is not a valid address",
        "from=ann@clearmyrecord.org&to=carol@example.com, Need at least one of",
        "from=ann@clearmyrecord.org&to=carol@example.com&text=hi&attachment=x, attachments are not supported",
    })
    void whatIsNoMessageIsRefused(String form, String reason) throws Exception {
        HttpResponse<String> refused = posted(form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(reason);
        assertThat(rig.events()).isEmpty();
    }

    @Test
    void aServerThatIsBusyToTheEndIsGivenUpWithoutACall() {
        rig.refusals.put("busy@example.com", "451 4.7.1 Try again later");

        rig.send("busy@example.com");

        assertThat(rig.awaited(3, "failed").stream()
                        .map(event -> event.getSeverity() + " " + event.getReason())
                        .toList())
                .isEqualTo(List.of("PERMANENT old", "TEMPORARY generic", "TEMPORARY generic"));
        assertThat(rig.web.asked()).isEmpty();
    }

    @Test
    void theOtherRegionBouncesToItsOwnWebhook() {
        rig.on(Fault.MAILGUN_EU_STILL_OLD);

        rig.eu(MailgunMessagesApi.class)
                .sendMessage(Rig.EU, Rig.message(Rig.NOBODY).build());

        assertThat(rig.web.awaited(1).get(0).url().getHost()).isEqualTo("clearmyrecord.codeforamerica.org");
        assertThat(Posted.form(rig.web.asked().get(0)).field("domain")).isEqualTo(Rig.EU);
        assertThat(rig.events()).isEmpty();
    }

    private HttpResponse<String> posted(String form) throws Exception {
        return rig.call("POST", rig.usUrl() + "v3/" + Rig.US + "/messages", "*/*", form);
    }
}
