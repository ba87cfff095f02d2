package cutover.twin.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import cutover.twin.fault.Fault;
import java.net.URI;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that are ordered, ended, deleted and forgotten. */
class OrdersTest {

    private static final Twiml SILENCE = new Twiml("<Response><Pause/></Response>");

    private Vendor vendor;

    @BeforeEach
    void open() {
        vendor = new Vendor();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', +14155550123, 21201",
        "5550100, +14155550123, 21211",
        "+14155550100, '', 21213",
        "+14155550100, caller, 21212",
        "+14155550100, +14155559999, 21210"
    })
    void aCallBetweenWrongNumbersIsRefused(String to, String from, int code) {
        ApiException refusal = Vendor.refusal(() -> creator(to, from, SILENCE).create(vendor.client()));

        assertThat(refusal.getStatusCode()).isEqualTo(400);
        assertThat(refusal.getCode()).isEqualTo(code);
        assertThat(vendor.calls()).isEmpty();
    }

    @Test
    void aCallWithoutInstructionsIsRefused() {
        ApiException refusal = Vendor.refusal(() -> Call.creator(
                        new PhoneNumber(Twilio.VOICEMAIL), new PhoneNumber(Twilio.CALLER), URI.create("/nowhere"))
                .create(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21205);
    }

    @Test
    void aCallThatHangsCanBeEnded() {
        vendor.fault(Fault.TWILIO_CALL_HANGS);
        Call call = vendor.dial(Twilio.VOICEMAIL);
        vendor.inProgress(call);

        Call ended = Call.updater(call.getSid())
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(vendor.client());

        assertThat(ended.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(ended.getEndTime()).isNotNull();
    }

    @Test
    void aCallThatIsAnsweredCannotBeCanceled() {
        vendor.fault(Fault.TWILIO_CALL_HANGS);
        Call call = vendor.dial(Twilio.VOICEMAIL);
        vendor.inProgress(call);

        ApiException refusal = Vendor.refusal(() -> Call.updater(call.getSid())
                .setStatus(Call.UpdateStatus.CANCELED)
                .update(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21220);
    }

    @Test
    void aCallThatIsOverCannotBeEndedAgain() {
        Call call = vendor.called();

        ApiException refusal = Vendor.refusal(() -> Call.updater(call.getSid())
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21220);
    }

    @Test
    void aCallIsDeletedOnceItIsOver() {
        vendor.fault(Fault.TWILIO_CALL_HANGS);
        Call call = vendor.dial(Twilio.VOICEMAIL);
        ApiException refusal = Vendor.refusal(() -> Call.deleter(call.getSid()).delete(vendor.client()));
        vendor.inProgress(call);
        Call.updater(call.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(vendor.client());

        assertThat(refusal.getStatusCode()).isEqualTo(409);
        assertThat(Call.deleter(call.getSid()).delete(vendor.client())).isTrue();
        assertThat(vendor.calls()).isEmpty();
    }

    @Test
    void aCallThatWasForgottenAsksNobody() {
        vendor.dial(Twilio.VOICEMAIL);
        vendor.twilio.clear();

        vendor.dial(Twilio.SECOND);
        Awaitility.await()
                .until(() -> vendor.calls().stream().allMatch(call -> call.getStatus() == Call.Status.COMPLETED));

        assertThat(vendor.web.lines()).contains("POST " + Web.NEW + Web.CALL).doesNotContain("POST " + Web.VOICE);
    }

    @Test
    void theOrderedLegSaysWhatItsAddressAnswers() {
        vendor.web.twiml("https://caller.example/twiml", "<Say>Hello</Say>");

        Call call = Call.creator(
                        new PhoneNumber(Twilio.VOICEMAIL),
                        new PhoneNumber(Twilio.CALLER),
                        URI.create("https://caller.example/twiml"))
                .create(vendor.client());
        vendor.awaited(call.getSid());

        Awaitility.await().until(() -> vendor.web.lines().contains("POST https://caller.example/twiml"));
        assertThat(Web.form(vendor.web.to("https://caller.example/twiml")))
                .containsEntry("Direction", "outbound-api")
                .containsEntry("CallSid", call.getSid());
    }

    @Test
    void whoOrderedACallIsToldItsEnd() {
        vendor.web.page("https://caller.example/ended", 204, "text/plain", "");

        Call call = creator(Twilio.VOICEMAIL, Twilio.CALLER, SILENCE)
                .setStatusCallback("https://caller.example/ended")
                .create(vendor.client());

        Awaitility.await().until(() -> vendor.web.lines().contains("POST https://caller.example/ended"));
        assertThat(Web.form(vendor.web.to("https://caller.example/ended")))
                .containsEntry("CallSid", call.getSid())
                .containsEntry("CallStatus", "completed");
    }

    @Test
    void aCallToSomebodyElseHasOneLeg() {
        Call call = creator("+14155559999", Twilio.CALLER, SILENCE).create(vendor.client());

        assertThat(vendor.awaited(call.getSid()).getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(vendor.calls()).hasSize(1);
        assertThat(vendor.web.asked).isEmpty();
    }

    @Test
    void anInstructionThatCannotBeReadIsAnAlertAtTheOrderedLeg() {
        Call call =
                creator("+14155559999", Twilio.CALLER, new Twiml("<Response>")).create(vendor.client());
        vendor.awaited(call.getSid());

        assertThat(vendor.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getErrorCode()).isEqualTo("12100");
            assertThat(alert.getResourceSid()).isEqualTo(call.getSid());
        });
    }

    @Test
    void aNumberWithoutAnAddressDoesNotAnswer() {
        Call call = creator(Twilio.CALLER, Twilio.SECOND, SILENCE).create(vendor.client());

        assertThat(vendor.awaited(call.getSid()).getStatus()).isEqualTo(Call.Status.NO_ANSWER);
        assertThat(vendor.alerts()).isEmpty();
    }

    private static CallCreator creator(String to, String from, Twiml twiml) {
        return Call.creator(new PhoneNumber(to), new PhoneNumber(from), twiml);
    }
}
