package cutover.twin.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.security.RequestValidator;
import cutover.twin.internet.Asked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    private static String header(Asked request, String name) {
        return request.headers().stream()
                .filter(header -> header.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
