package cutover.twin.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.monitor.v1.Alert;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import cutover.twin.front.Incoming;
import cutover.twin.front.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault of the vendor's, seen through its own client. */
class TwilioFaultsTest {

    private static final String OTHER = Web.OLD + Web.CALL + "?source=twilio&line=voicemail";

    private Vendor vendor;

    @BeforeEach
    void open() {
        vendor = new Vendor();
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void theVoicemailStillCallsTheOtherHost() {
        vendor.fault(Fault.TWILIO_STILL_OLD);

        vendor.called();

        assertThat(vendor.voicemail().getVoiceUrl()).hasToString(OTHER);
        assertThat(vendor.web.lines()).first().isEqualTo("POST " + OTHER);
    }

    @Test
    void theOtherHostIsTheOneWhereTheUsersAreNot() {
        vendor.fault(Fault.TWILIO_STILL_OLD);

        vendor.twilio.usersAt(Side.OLD);

        assertThat(vendor.voicemail().getVoiceUrl()).hasToString(Web.VOICE);
    }

    @Test
    void aSecondNumberStillCallsTheOtherHost() {
        vendor.fault(Fault.TWILIO_OTHER_NUMBER_STILL_OLD);

        assertThat(vendor.numbers().get(1).getVoiceUrl()).hasToString(Web.OLD + Web.CALL);
        assertThat(vendor.voicemail().getVoiceUrl()).hasToString(Web.VOICE);
    }

    @Test
    void theFallbackIsAskedOnTheOtherHostWhenTheFirstAddressFails() {
        vendor.fault(Fault.TWILIO_FALLBACK_STILL_OLD);
        vendor.web.page(Web.NEW + Web.CALL, 404, "text/html", "Not Found");

        vendor.called();

        assertThat(vendor.voicemail().getVoiceFallbackUrl()).hasToString(OTHER);
        assertThat(vendor.web.lines()).startsWith("POST " + Web.VOICE, "POST " + OTHER);
        assertThat(Web.form(vendor.web.to(OTHER)))
                .containsEntry("ErrorCode", "11200")
                .containsEntry("ErrorUrl", Web.VOICE);
    }

    @Test
    void theOtherHostIsToldThatACallHasEnded() {
        vendor.fault(Fault.TWILIO_STATUS_STILL_OLD);

        vendor.called();

        assertThat(vendor.voicemail().getStatusCallback()).hasToString(OTHER);
        Awaitility.await().until(() -> vendor.web.lines().contains("POST " + OTHER));
        assertThat(Web.form(vendor.web.to(OTHER)))
                .containsEntry("CallStatus", "completed")
                .containsEntry("CallDuration", "1");
    }

    @Test
    void aCallbackThatIsRefusedIsAWarning() {
        vendor.fault(Fault.TWILIO_STATUS_STILL_OLD);
        vendor.web.page(Web.OLD + Web.CALL, 500, "text/html", "");

        vendor.called();

        Awaitility.await().until(() -> !vendor.alerts().isEmpty());
        assertThat(vendor.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getErrorCode()).isEqualTo("15003");
            assertThat(alert.getLogLevel()).isEqualTo("warning");
        });
    }

    @Test
    void theAddressHasASlashAtItsEnd() {
        vendor.fault(Fault.TWILIO_TRAILING_SLASH);

        assertThat(vendor.voicemail().getVoiceUrl()).hasToString(Web.NEW + Web.CALL + "/?source=twilio&line=voicemail");
    }

    @Test
    void theNumberCallsByGet() {
        vendor.fault(Fault.TWILIO_METHOD_GET);

        vendor.called();

        assertThat(vendor.voicemail().getVoiceMethod()).hasToString("GET");
        assertThat(vendor.web.lines()).first().asString().startsWith("GET " + Web.VOICE + "&AccountSid=");
    }

    @Test
    void theNumberCallsOverPlainHttp() {
        vendor.fault(Fault.TWILIO_PLAIN_HTTP);

        assertThat(vendor.voicemail().getVoiceUrl()).hasToString(Web.VOICE.replace("https:", "http:"));
    }

    @Test
    void anApplicationWinsOverTheNumbersAddress() {
        vendor.fault(Fault.TWILIO_APPLICATION_OVERRIDES);

        vendor.called();

        List<Application> shared = Vendor.all(Application.reader().read(vendor.client()));
        assertThat(shared).singleElement().satisfies(application -> {
            assertThat(application.getVoiceUrl()).hasToString(OTHER);
            assertThat(vendor.voicemail().getVoiceApplicationSid()).isEqualTo(application.getSid());
            assertThat(Web.form(vendor.web.to(OTHER))).containsEntry("ApplicationSid", application.getSid());
            assertThat(Application.fetcher(application.getSid())
                            .fetch(vendor.client())
                            .getFriendlyName())
                    .isEqualTo(application.getFriendlyName());
        });
        assertThat(vendor.voicemail().getVoiceUrl()).hasToString(Web.VOICE);
        assertThat(vendor.web.lines()).first().isEqualTo("POST " + OTHER);
    }

    @Test
    void theSitesCertificateIsNotTrusted() {
        vendor.fault(Fault.TWILIO_DISTRUSTS_CHAIN);

        vendor.called();

        assertThat(vendor.alerts()).extracting(Alert::getErrorCode).containsExactly("11237");
        assertThat(vendor.web.asked).isEmpty();
    }

    @Test
    void theCallEndsBusy() {
        vendor.fault(Fault.TWILIO_CALL_BUSY);

        Call call = vendor.awaited(vendor.dial(Twilio.VOICEMAIL).getSid());

        assertThat(call.getStatus()).isEqualTo(Call.Status.BUSY);
        assertThat(call.getDuration()).isEqualTo("0");
        assertThat(vendor.calls()).hasSize(1);
        assertThat(vendor.web.asked).isEmpty();
    }

    @Test
    void theCallNeverEnds() {
        vendor.fault(Fault.TWILIO_CALL_HANGS);

        Call call = vendor.dial(Twilio.VOICEMAIL);

        Awaitility.await().until(() -> vendor.fetched(call.getSid()).getStatus() == Call.Status.IN_PROGRESS);
        assertThat(vendor.web.asked).isEmpty();
    }

    @Test
    void anErrorLiesAtACallThatWentThrough() {
        vendor.fault(Fault.TWILIO_ALERTS);

        Call inbound = vendor.called();

        assertThat(inbound.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(vendor.web.lines()).contains("POST " + Web.NEW + Web.MESSAGE);
        assertThat(vendor.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getErrorCode()).isEqualTo("12200");
            assertThat(alert.getLogLevel()).isEqualTo("error");
            assertThat(alert.getResourceSid()).isEqualTo(inbound.getSid());
        });
    }

    @ParameterizedTest
    @CsvSource({"TWILIO_REFUSES_TOKEN, 401, 20003", "TWILIO_THROTTLES, 429, 20429", "TWILIO_FAILS, 503, 20503"})
    void theApiIsInTroubleItself(Fault fault, int status, int code) {
        vendor.fault(fault);

        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> Account.fetcher().fetch(vendor.client()));

        assertThat(refusal.getStatusCode()).isEqualTo(status);
        assertThat(refusal.getCode()).isEqualTo(code);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        vendor.fault(Fault.TWILIO_THROTTLES);

        assertThat(answer().response().headers()).contains(Map.entry("Retry-After", "1"));
    }

    @Test
    void theApiAnswersAfterAMinute() {
        vendor.fault(Fault.TWILIO_HANGS);

        assertThat(answer().held()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void theApiAnswersSomethingThatIsNotJson() {
        vendor.fault(Fault.TWILIO_MALFORMED);

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> Account.fetcher().fetch(vendor.client()));

        assertThat(failure.getMessage()).contains("Unexpected character").doesNotContain(vendor.twilio.authToken());
    }

    @Test
    void aFaultThatIsOffAgainLeavesNoTrace() {
        vendor.fault(Fault.TWILIO_STILL_OLD);
        vendor.faults.clear();

        assertThat(vendor.voicemail().getVoiceUrl()).hasToString(Web.VOICE);
    }

    private Reply answer() {
        return vendor.twilio.answer(new Incoming(
                "GET",
                false,
                "api.twilio.com",
                "/2010-04-01/Accounts/" + vendor.twilio.account() + ".json",
                "",
                List.of(Map.entry("Authorization", vendor.credential())),
                new byte[0],
                "127.0.0.1"));
    }
}
