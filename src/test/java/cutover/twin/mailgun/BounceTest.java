package cutover.twin.mailgun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mailgun.api.v3.MailgunWebhooksApi;
import com.mailgun.api.v3.suppression.MailgunSuppressionBouncesApi;
import com.mailgun.enums.Severity;
import com.mailgun.enums.WebhookName;
import com.mailgun.model.events.EventItem;
import com.mailgun.model.suppression.bounces.BouncesItem;
import cutover.twin.fault.Fault;
import cutover.twin.internet.Asked;
import cutover.twin.internet.Came;
import feign.FeignException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a message that is refused to the application that hears of it. */
class BounceTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aRefusedMessageCallsTheWebhookWithASignedForm() throws Exception {
        String id = rig.send(Rig.message(Rig.NOBODY)
                .tag("run-7")
                .userVariables(Map.of("case", "11"))
                .build());

        Asked call = rig.web.awaited(1).get(0);
        Posted form = Posted.form(call);

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.url()).isEqualTo(URI.create("https://www.clearmyrecord.org/mailgun-bounce"));
        assertThat(Web.header(call, "User-Agent")).isEqualTo("mailgun/treq-22.10.0");
        assertThat(Web.header(call, "Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(form.fields())
                .containsEntry("event", "bounced")
                .containsEntry("recipient", Rig.NOBODY)
                .containsEntry("domain", Rig.US)
                .containsEntry("code", "550")
                .containsEntry("error", "5.1.1 No such user")
                .containsEntry("case", "11")
                .containsEntry("tag", "run-7")
                .containsEntry("timestamp", Long.toString(rig.clock.instant().getEpochSecond()));
        assertThat(form.field("signature"))
                .isEqualTo(Posted.signature(rig.mailgun.apiKey(), form.field("timestamp"), form.field("token")));
        assertThat(headers(form))
                .containsEntry("Sender", "ann.org@clearmyrecord.org")
                .containsEntry("From", "Ann <ann.org@clearmyrecord.org>")
                .containsEntry("To", Rig.NOBODY)
                .containsEntry("Subject", "Your form, r\u00e9sum\u00e9")
                .containsEntry("Message-Id", id)
                .containsEntry("Date", "Thu, 15 Mar 2018 17:00:00 +0000");
    }

    @Test
    void theEventsTellOfAcceptanceAndFailure() {
        rig.send(Rig.NOBODY);

        EventItem failed = rig.awaited("failed").get(0);

        assertThat(failed.getSeverity()).isEqualTo(Severity.PERMANENT);
        assertThat(failed.getReason()).isEqualTo("bounce");
        assertThat(failed.getDeliveryStatus().getCode()).isEqualTo(550);
        assertThat(failed.getDeliveryStatus().getMessage()).isEqualTo("5.1.1 No such user");
        assertThat(failed.getTimestamp().toInstant()).isEqualTo(rig.clock.instant());
        assertThat(rig.events()).extracting(EventItem::getEvent).containsExactly("failed", "accepted");
    }

    @Test
    void aMessageThatIsTakenIsDeliveredAndCallsNothing() {
        String id = rig.send("carol@example.com");

        EventItem delivered = rig.awaited("delivered").get(0);

        assertThat("<" + delivered.getMessage().getHeaders().getMessageId() + ">")
                .isEqualTo(id);
        assertThat(rig.sent).singleElement().satisfies(sent -> {
            assertThat(sent.from()).matches("bounce\\+.*-carol=example\\.com@clearmyrecord\\.org");
            assertThat(sent.to()).isEqualTo("carol@example.com");
            assertThat(sent.mime()).contains("Message-Id: " + id).contains("We have read it.");
        });
        assertThat(rig.web.asked()).isEmpty();
    }

    @Test
    void senderAndReplyAddressCanBeChosen() throws Exception {
        rig.send(Rig.message(Rig.NOBODY)
                .sender("inbox@clearmyrecord.org")
                .headers(Map.of("X-Run", "r7"))
                .build());

        assertThat(headers(Posted.form(rig.web.awaited(1).get(0))))
                .containsEntry("Sender", "inbox@clearmyrecord.org")
                .containsEntry("X-Run", "r7");
    }

    @Test
    void aRedirectIsNotFollowedAndIsTriedAgainUntilItIsTaken() {
        List<Integer> statuses = List.of(301, 503, 200);
        rig.web.answer(request -> Web.status(statuses.get(rig.web.asked().size() - 1)));

        rig.send(Rig.NOBODY);

        List<Asked> calls = rig.web.awaited(3);
        assertThat(calls)
                .extracting(Asked::url)
                .containsOnly(URI.create("https://www.clearmyrecord.org/mailgun-bounce"));
        assertThat(calls).extracting(Web::text).containsOnly(Web.text(calls.get(0)));
    }

    @Test
    void aHostThatDoesNotAnswerIsTriedThreeTimesInAll() {
        rig.refusals.put("last@example.com", Rig.NO_SUCH_USER);
        rig.web.answer(request -> new Came.Nothing(Came.Reason.NO_CONNECTION, "refused"));

        rig.send(Rig.NOBODY);
        rig.web.awaited(3);
        rig.send("last@example.com");

        assertThat(rig.web.awaited(6))
                .extracting(call -> Posted.form(call).field("recipient"))
                .filteredOn(Rig.NOBODY::equals)
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 406})
    void someAnswersAreFinal(int status) {
        rig.refusals.put("last@example.com", Rig.NO_SUCH_USER);
        rig.web.answer(request -> Web.status(Web.text(request).contains("last") ? 500 : status));

        rig.send(Rig.NOBODY);
        rig.web.awaited(1);
        rig.send("last@example.com");

        assertThat(rig.web.awaited(4))
                .extracting(call -> Posted.form(call).field("recipient"))
                .filteredOn(Rig.NOBODY::equals)
                .hasSize(1);
    }

    @Test
    void whatBouncedOnceFailsAtOnceTheNextTime() {
        rig.send(Rig.NOBODY);
        rig.web.awaited(1);
        rig.send(Rig.NOBODY);

        List<EventItem> failed = rig.awaited(2, "failed");

        assertThat(failed.get(0).getDeliveryStatus().getCode()).isEqualTo(605);
        assertThat(failed.get(0).getReason()).isEqualTo("suppress-bounce");
        assertThat(rig.sent).hasSize(1);
    }

    @Test
    void theSuppressionIsReadAndTakenBack() {
        MailgunSuppressionBouncesApi api = rig.us(MailgunSuppressionBouncesApi.class);
        rig.send(Rig.NOBODY);
        rig.web.awaited(1);

        BouncesItem bounce = api.getBounce(Rig.US, Rig.NOBODY);
        assertThat(bounce.getCode()).isEqualTo("550");
        assertThat(bounce.getError()).isEqualTo("5.1.1 No such user");
        assertThat(bounce.getCreatedAt().toInstant()).isEqualTo(rig.clock.instant());
        assertThat(api.getBounces(Rig.US).getItems()).containsExactly(bounce);

        assertThat(api.deleteBounce(Rig.US, Rig.NOBODY).getMessage()).isEqualTo("Bounced address has been removed");
        assertThatThrownBy(() -> api.getBounce(Rig.US, Rig.NOBODY)).isInstanceOf(FeignException.NotFound.class);
    }

    @Test
    void suppressionsComeInPagesByTheAlphabet() throws Exception {
        for (String name : List.of("c", "a", "b")) {
            rig.refusals.put(name + "@example.com", Rig.NO_SUCH_USER);
            rig.send(name + "@example.com");
        }
        rig.web.awaited(3);

        JsonNode first = bounces(rig.usUrl() + "v3/" + Rig.US + "/bounces?limit=2");
        JsonNode second = bounces(first.at("/paging/next").asText());

        assertThat(first.path("items").findValuesAsText("address")).containsExactly("a@example.com", "b@example.com");
        assertThat(second.path("items").findValuesAsText("address")).containsExactly("c@example.com");
        assertThat(bounces(second.at("/paging/previous").asText()).path("items"))
                .isEqualTo(first.path("items"));
        assertThat(bounces(second.at("/paging/next").asText()).path("items")).isEmpty();
    }

    @Test
    void aMessageInTestModeIsAcceptedAndNotDelivered() {
        rig.send(Rig.message("carol@example.com").testMode(true).build());
        rig.send("dora@example.com");
        rig.awaited("delivered");

        assertThat(rig.sent).extracting(Rig.Sent::to).containsExactly("dora@example.com");
        assertThat(rig.events("accepted"))
                .extracting(event -> event.getFlags().getIsTestMode())
                .containsExactly(false, true);
    }

    @Test
    void aMailServerThatIsBusyIsAskedAgain() {
        rig.refusals.put("busy@example.com", "451 4.7.1 Try again later");

        rig.send("busy@example.com");
        EventItem putOff = rig.awaited("failed").get(0);
        rig.refusals.remove("busy@example.com");

        assertThat(putOff.getSeverity()).isEqualTo(Severity.TEMPORARY);
        assertThat(rig.awaited("delivered")).hasSize(1);
        assertThat(rig.web.asked()).isEmpty();
    }

    @Test
    void bothAddressesOfAWebhookAreCalledEachWithItsOwnToken() {
        rig.on(Fault.MAILGUN_EXTRA_WEBHOOK);

        rig.send(Rig.NOBODY);

        List<Asked> calls = rig.web.awaited(2);
        assertThat(calls)
                .extracting(call -> call.url().getHost())
                .containsExactlyInAnyOrder("www.clearmyrecord.org", "clearmyrecord.codeforamerica.org");
        assertThat(calls).extracting(call -> Posted.form(call).field("token")).doesNotHaveDuplicates();
    }

    @Test
    void aWebhookThatIsGoneIsNotCalled() {
        rig.us(MailgunWebhooksApi.class).deleteWebhook(Rig.US, WebhookName.PERMANENT_FAIL);
        rig.refusals.put("last@example.com", Rig.NO_SUCH_USER);

        rig.send(Rig.NOBODY);
        rig.awaited("failed");
        rig.mailgun.clear();
        rig.send("last@example.com");

        assertThat(rig.web.awaited(1))
                .extracting(call -> Posted.form(call).field("recipient"))
                .containsExactly("last@example.com");
    }

    @Test
    void todaysShapeIsSignedJson() throws Exception {
        rig.on(Fault.MAILGUN_SENDS_JSON);

        rig.send(Rig.NOBODY);

        Asked call = rig.web.awaited(1).get(0);
        JsonNode body = new ObjectMapper().readTree(call.body());
        JsonNode signature = body.path("signature");
        assertThat(Web.header(call, "Content-Type")).isEqualTo("application/json");
        assertThat(signature.path("signature").asText())
                .isEqualTo(Posted.signature(
                        rig.mailgun.apiKey(),
                        signature.path("timestamp").asText(),
                        signature.path("token").asText()));
        assertThat(body.at("/event-data/event").asText()).isEqualTo("failed");
        assertThat(body.at("/event-data/recipient").asText()).isEqualTo(Rig.NOBODY);
        assertThat(body.at("/event-data/delivery-status/code").asInt()).isEqualTo(550);
    }

    @Test
    void aBounceCanPassWithoutACall() {
        rig.refusals.put("last@example.com", Rig.NO_SUCH_USER);
        rig.on(Fault.MAILGUN_SENDS_NOTHING);
        rig.send(Rig.NOBODY);
        rig.awaited("failed");
        rig.off(Fault.MAILGUN_SENDS_NOTHING);

        rig.send("last@example.com");

        assertThat(rig.web.awaited(1))
                .extracting(call -> Posted.form(call).field("recipient"))
                .containsExactly("last@example.com");
    }

    @Test
    void clearForgetsEventsAndSuppressions() {
        rig.send(Rig.NOBODY);
        rig.web.awaited(1);

        rig.mailgun.clear();

        assertThat(rig.events()).isEmpty();
        assertThat(rig.us(MailgunSuppressionBouncesApi.class).getBounces(Rig.US).getItems())
                .isEmpty();
    }

    private JsonNode bounces(String url) throws Exception {
        return new ObjectMapper().readTree(rig.call("GET", url, "*/*", "").body());
    }

    private static Map<String, String> headers(Posted form) throws Exception {
        Map<String, String> headers = new HashMap<>();
        new ObjectMapper()
                .readTree(form.field("message-headers"))
                .forEach(pair -> headers.put(pair.get(0).asText(), pair.get(1).asText()));
        return headers;
    }
}
