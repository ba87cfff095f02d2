package cutover.twin.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.monitor.v1.Alert;
import cutover.twin.internet.Came;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the application answers nothing of use, or sends the vendor elsewhere. */
class MishapsTest {

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
    void anUnknownVerbIsAWarningAndIsPassedOver() {
        web.twiml(Web.NEW + Web.CALL, "<Sing/><Play>/static/hello.mp3</Play>");

        vendor.called();

        assertThat(vendor.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getErrorCode()).isEqualTo("12200");
            assertThat(alert.getLogLevel()).isEqualTo("warning");
        });
        assertThat(web.lines()).contains("GET " + Web.NEW + "/static/hello.mp3");
    }
}
