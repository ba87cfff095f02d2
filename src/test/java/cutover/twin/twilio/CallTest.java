package cutover.twin.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.base.ResourceSet;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.monitor.v1.Alert;
import com.twilio.security.RequestValidator;
import cutover.twin.internet.Asked;
import cutover.twin.internet.Came;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call does to the application, and what the vendor says of it afterwards. */
class CallTest {

    private Vendor vendor;
    private Web web;

    @BeforeEach
    void open() {
        vendor = new Vendor();
        web = vendor.web;
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void aCallIsQueuedFirst() {
        Call call = vendor.dial(Twilio.VOICEMAIL);

        assertThat(call.getStatus()).isEqualTo(Call.Status.QUEUED);
        assertThat(call.getDirection()).isEqualTo("outbound-api");
        assertThat(call.getDateCreated()).isNotNull();
        assertThat(call.getStartTime()).isNull();
        assertThat(call.getDuration()).isNull();
    }

    @Test
    void bothLegsComplete() {
        Call inbound = vendor.called();
        Call outbound = vendor.awaited(vendor.leg("outbound-api").getSid());

        assertThat(List.of(inbound, outbound)).allSatisfy(call -> {
            assertThat(call.getStatus()).isEqualTo(Call.Status.COMPLETED);
            assertThat(call.getFrom()).isEqualTo(Twilio.CALLER);
            assertThat(call.getTo()).isEqualTo(Twilio.VOICEMAIL);
            assertThat(call.getStartTime()).isBeforeOrEqualTo(call.getEndTime());
            assertThat(call.getDuration()).isEqualTo("1");
        });
        assertThat(inbound.getSid()).isNotEqualTo(outbound.getSid()).matches("CA[0-9a-f]{32}");
        assertThat(vendor.alerts()).isEmpty();
    }

    @Test
    void theNumbersAddressIsAskedThenTheGreetingPlayedThenTheRecordingHandedOver() {
        vendor.called();

        assertThat(web.lines())
                .containsExactly(
                        "POST " + Web.VOICE, "GET " + Web.NEW + "/static/hello.mp3", "POST " + Web.NEW + Web.MESSAGE);
    }

    @Test
    void theApplicationIsToldWhoCalls() {
        Call inbound = vendor.called();

        assertThat(Web.form(web.to(Web.VOICE)))
                .containsEntry("AccountSid", vendor.twilio.account())
                .containsEntry("CallSid", inbound.getSid())
                .containsEntry("CallStatus", "ringing")
                .containsEntry("Direction", "inbound")
                .containsEntry("From", Twilio.CALLER)
                .containsEntry("To", Twilio.VOICEMAIL)
                .containsEntry("ApiVersion", "2010-04-01")
                .containsKeys("Caller", "Called", "FromCity", "ToCountry");
        assertThat(header(web.to(Web.VOICE), "User-Agent")).isEqualTo("TwilioProxy/1.1");
    }

    @Test
    void eachRequestIsSignedSoThatTheVendorsOwnLibraryAcceptsIt() {
        vendor.called();

        RequestValidator validator = new RequestValidator(vendor.twilio.authToken());
        assertThat(web.asked)
                .hasSize(3)
                .allSatisfy(request -> assertThat(validator.validate(
                                request.url().toString(), Web.form(request), header(request, "X-Twilio-Signature")))
                        .isTrue());
        Asked first = web.asked.get(0);
        assertThat(new RequestValidator("another")
                        .validate(first.url().toString(), Web.form(first), header(first, "X-Twilio-Signature")))
                .isFalse();
    }

    @Test
    void theRecordingIsNamedToTheApplicationAndKeptByTheVendor() {
        Call inbound = vendor.called();

        List<Recording> all = Vendor.all(Recording.reader().read(vendor.client()));
        assertThat(all).singleElement().satisfies(recording -> {
            assertThat(recording.getCallSid()).isEqualTo(inbound.getSid());
            assertThat(recording.getStatus()).isEqualTo(Recording.Status.COMPLETED);
            assertThat(Web.form(web.to(Web.NEW + Web.MESSAGE)))
                    .containsEntry("RecordingSid", recording.getSid())
                    .containsEntry("RecordingDuration", recording.getDuration())
                    .containsEntry("Digits", "")
                    .containsEntry(
                            "RecordingUrl",
                            "https://api.twilio.com/2010-04-01/Accounts/" + vendor.twilio.account() + "/Recordings/"
                                    + recording.getSid());
        });
    }

    @Test
    void aRecordingWithoutAnAddressGoesToTheDocumentItself() {
        web.answers(
                Web.NEW + Web.CALL,
                request -> Web.answer(
                        200,
                        "text/xml",
                        Web.form(request).containsKey("RecordingUrl")
                                ? "<Response/>"
                                : "<Response><Record/></Response>"));

        vendor.called();

        assertThat(web.lines()).containsExactly("POST " + Web.VOICE, "POST " + Web.VOICE);
    }

    @Test
    void whatTheRecordingIsAnsweredIsDoneToo() {
        web.twiml(Web.NEW + Web.MESSAGE, "<Say>Thanks</Say><Redirect method=\"GET\">/bye?x=1</Redirect>");
        web.twiml(Web.NEW + "/bye", "<Hangup/>");

        Call inbound = vendor.called();

        assertThat(inbound.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(web.lines()).last().asString().startsWith("GET " + Web.NEW + "/bye?x=1&AccountSid=");
    }

    @Test
    void documentsThatLeadToThemselvesComeToAnEnd() {
        web.twiml(Web.NEW + Web.CALL, "<Redirect/>");

        assertThat(vendor.called().getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(web.asked).hasSize(20);
    }

    @Test
    void aRejectedCallIsBusy() {
        web.twiml(Web.NEW + Web.CALL, "<Reject reason=\"busy\"/>");

        assertThat(vendor.called().getStatus()).isEqualTo(Call.Status.BUSY);
        assertThat(vendor.leg("outbound-api").getStatus()).isEqualTo(Call.Status.BUSY);
    }

    @Test
    void anUnknownVerbIsAWarningAndIsPassedOver() {
        web.twiml(Web.NEW + Web.CALL, "<Sing/><Play>/static/hello.mp3</Play>");

        vendor.called();

        assertThat(vendor.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getErrorCode()).isEqualTo("12200");
            assertThat(alert.getLogLevel()).isEqualTo("warning");
        });
        assertThat(web.lines()).contains("GET " + Web.NEW + "/static/hello.mp3");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_HOST, 11210",
        "NO_CONNECTION, 11205",
        "TIMEOUT, 11205",
        "TLS_HANDSHAKE, 11220",
        "CERTIFICATE_NAME, 11235",
        "CERTIFICATE_EXPIRED, 11236",
        "CERTIFICATE_PATH, 11237"
    })
    void noAnswerIsAnAlertWithTheVendorsCode(Came.Reason reason, String code) {
        web.broken(Web.NEW + Web.CALL, reason);

        Call inbound = vendor.called();

        assertThat(vendor.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getErrorCode()).isEqualTo(code);
            assertThat(alert.getResourceSid()).isEqualTo(inbound.getSid());
            assertThat(alert.getRequestUrl()).hasToString(Web.VOICE);
            assertThat(alert.getRequestMethod()).hasToString("POST");
            assertThat(alert.getLogLevel()).isEqualTo("error");
            assertThat(alert.getMoreInfo()).isEqualTo("https://www.twilio.com/docs/errors/" + code);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | text/html        | Not Found                | 11200",
                "500 | text/xml         | <Response/>              | 11200",
                "200 | text/xml         | <Response>               | 12100",
                "200 | text/html        | <html/>                  | 12100",
                "200 | text/xml         | <!DOCTYPE x><Response/>  | 12100",
                "200 | application/json | {}                       | 12300"
            })
    void anAnswerThatIsOfNoUseIsAnAlertWithTheVendorsCode(int status, String type, String body, String code) {
        web.page(Web.NEW + Web.CALL, status, type, body);

        Call inbound = vendor.called();

        assertThat(inbound.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(vendor.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getErrorCode()).isEqualTo(code);
            assertThat(alert.getAlertText()).contains("ErrorCode=" + code, "LogLevel=ERROR");
        });
    }

    @Test
    void anAlertAloneShowsRequestAndResponse() {
        web.page(Web.NEW + Web.CALL, 404, "text/html", "Not Found");
        vendor.called();

        Alert listed = vendor.alerts().get(0);
        Alert alone = Alert.fetcher(listed.getSid()).fetch(vendor.client());

        assertThat(listed.getResponseBody()).isNull();
        assertThat(alone.getResponseBody()).isEqualTo("Not Found");
        assertThat(alone.getRequestVariables()).contains("CallStatus=ringing");
        assertThat(alone.getResponseHeaders()).isEqualTo("Content-Type=text%2Fhtml");
        assertThat(alone.getAlertText())
                .isEqualTo("Msg=HTTP+retrieval+failure&sourceComponent=12000&ErrorCode=11200&httpResponse=404&url="
                        + Form.encoded(Web.VOICE) + "&LogLevel=ERROR");
    }

    @Test
    void aGreetingThatIsGoneIsAnAlertAboutTheGreeting() {
        web.page(Web.NEW + "/static/hello.mp3", 403, "application/xml", "<Error/>");

        vendor.called();

        assertThat(vendor.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getErrorCode()).isEqualTo("11200");
            assertThat(alert.getRequestUrl()).hasToString(Web.NEW + "/static/hello.mp3");
        });
        assertThat(web.lines()).noneMatch(line -> line.contains(Web.MESSAGE));
    }

    @Test
    void aGreetingThatIsNotSoundIsAnAlert() {
        web.page(Web.NEW + "/static/hello.mp3", 200, "text/html", "<html>");

        vendor.called();

        assertThat(vendor.alerts()).extracting(Alert::getErrorCode).containsExactly("12300");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void aRedirectIsFollowedByGet(int status) {
        web.redirect(Web.NEW + Web.CALL, status, "/phone/other?y=2");
        web.twiml(Web.NEW + "/phone/other", "<Hangup/>");

        vendor.called();

        assertThat(web.lines()).containsExactly("POST " + Web.VOICE, "GET " + Web.NEW + "/phone/other?y=2");
        assertThat(vendor.alerts()).isEmpty();
    }

    @Test
    void aRedirectThatKeepsTheMethodIsFollowedByPost() {
        web.redirect(Web.NEW + Web.CALL, 308, "/phone/other");
        web.twiml(Web.NEW + "/phone/other", "<Hangup/>");

        vendor.called();

        assertThat(web.lines()).last().isEqualTo("POST " + Web.NEW + "/phone/other");
    }

    @Test
    void tenRedirectsAreFollowedAndNotMore() {
        web.redirect(Web.NEW + Web.CALL, 302, Web.CALL);

        vendor.called();

        assertThat(web.asked).hasSize(11);
        assertThat(vendor.alerts()).extracting(Alert::getErrorCode).containsExactly("11215");
    }

    @Test
    void theNumbersOwnListOfCallsCanBeNarrowed() {
        vendor.called();

        ResourceSet<Call> inbound = Call.reader()
                .setTo(new com.twilio.type.PhoneNumber(Twilio.VOICEMAIL))
                .setStatus(Call.Status.COMPLETED)
                .setStartTimeAfter(
                        java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC).minusMinutes(5))
                .read(vendor.client());
        ResourceSet<Call> tomorrow = Call.reader()
                .setStartTimeAfter(
                        java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC).plusDays(1))
                .read(vendor.client());

        assertThat(Vendor.all(inbound)).hasSize(2);
        assertThat(Vendor.all(tomorrow)).isEmpty();
    }

    private static String header(Asked request, String name) {
        return request.headers().stream()
                .filter(header -> header.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
