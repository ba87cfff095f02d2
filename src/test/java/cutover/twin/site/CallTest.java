package cutover.twin.site;

import static org.assertj.core.api.Assertions.assertThat;

import cutover.twin.fault.Fault;
import cutover.twin.web.Letter;
import cutover.twin.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

    private static final String INCOMING = "/phone/handle-incoming-call";
    private static final String RECORDED = "/phone/handle-new-message";
    private static final String SITE = "https://" + Rehearsed.HOST;
    private static final String GREETING = "voicemail/CMR_voicemail_greeting.mp3";
    private static final String QUERY = "?source=twilio&line=voicemail";

    private static Rehearsed rehearsed;

    private Vendor twilio;

    @BeforeAll
    static void start() throws IOException {
        rehearsed = new Rehearsed();
    }

    @AfterAll
    static void stop() throws IOException {
        rehearsed.close();
    }

    @BeforeEach
    void forget() {
        rehearsed.log.clear();
        rehearsed.mails.clear();
        rehearsed.letters.clear();
        twilio = new Vendor(rehearsed.browser());
    }

    @AfterEach
    void heal() {
        rehearsed.faults.clear();
        rehearsed.lettersFail = false;
        rehearsed.clock.set(Rehearsed.CLOCK.instant());
    }

    @Test
    void theNewSitePlaysTheGreetingOfTheStoreAndRecords() {
        WebResponse answer = call(INCOMING);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Browser.header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(Browser.text(answer))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Play>"
                        + "https://static-bucket.s3.amazonaws.com/" + GREETING + "</Play><Record action=\"" + SITE
                        + RECORDED + "\" method=\"POST\" /></Response>");
    }

    @Test
    void theOldSitePlaysItsOwnGreetingAndRecords() {
        Vendor old = new Vendor(new Browser(rehearsed.oldSite, Rehearsed.OLD_HOST, ""));

        WebResponse answer = old.called(INCOMING, "https://" + Rehearsed.OLD_HOST + INCOMING, Vendor.call());

        assertThat(Browser.text(answer))
                .contains(
                        "<Play>/static/" + GREETING + "</Play>",
                        "action=\"https://" + Rehearsed.OLD_HOST + RECORDED + "\"");
    }

    @Test
    void theGatewaysStageIsPartOfWhatIsSignedAndOfTheAction() {
        Vendor gateway = new Vendor(new Browser(rehearsed.site, Rehearsed.STAGE_HOST, "/production"));
        String stage = "https://" + Rehearsed.STAGE_HOST + "/production";

        WebResponse answer = gateway.called(INCOMING, stage + INCOMING, Vendor.call());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Browser.text(answer)).contains("action=\"" + stage + RECORDED + "\"");
        assertThat(gateway.called(INCOMING, "https://" + Rehearsed.STAGE_HOST + INCOMING, Vendor.call())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "?source=twilio&line=voicemail, ?source=twilio&line=voicemail",
        "?next=http://a.example/, ?next=https://a.example",
        "?a=x%20y, ?a=x%20y"
    })
    void theQueryIsSignedAsTheApplicationSpellsIt(String sent, String signed) {
        assertThat(twilio.called(INCOMING + sent, SITE + INCOMING + signed, Vendor.call())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPortInTheHostIsPartOfWhatIsSigned() {
        String host = Rehearsed.HOST + ":8443";
        Vendor other = new Vendor(new Browser(rehearsed.site, host, ""));

        assertThat(other.called(INCOMING, "https://" + host + INCOMING, Vendor.call())
                        .status())
                .isEqualTo(200);
        assertThat(other.called(INCOMING, SITE + INCOMING, Vendor.call()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03-15T17:00:00Z, 3/15/2018 10:00 AM PDT",
        "2018-01-12T02:05:00Z, 1/11/2018 6:05 PM PST",
        "2018-12-01T08:00:00Z, 12/1/2018 12:00 AM PST"
    })
    void aRecordingIsMailedWithItsTimeInTheWest(Instant now, String shown) {
        rehearsed.clock.set(now);

        WebResponse answer = record("+14155550100", "https://api.twilio.com/recordings/RE1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        Letter letter = rehearsed.letters.get(0);
        assertThat(rehearsed.letters).hasSize(1);
        assertThat(letter.from()).isEqualTo("clearmyrecord@cutover.example");
        assertThat(letter.to()).isEqualTo(Rehearsed.VOICEMAIL);
        assertThat(letter.subject()).isEqualTo("New voicemail " + shown);
        assertThat(letter.text())
                .isEqualTo("New voicemail from +14155550100\n\nReceived: " + shown
                        + "\n\nListen to the recording at\n    https://api.twilio.com/recordings/RE1");
        assertThat(letter.html()).isEmpty();
    }

    @Test
    void whatTheVendorDoesNotSayIsLeftBlank() {
        assertThat(twilio.called(RECORDED, SITE + RECORDED, Map.of()).status()).isEqualTo(200);
        assertThat(rehearsed.letters.get(0).text())
                .startsWith("New voicemail from \n")
                .endsWith("at\n    ");
    }

    @ParameterizedTest
    @ValueSource(strings = {INCOMING, RECORDED})
    void whatIsNotSignedRightIsNotFound(String path) {
        String right = Vendor.callSignature(Vendor.TWILIO_TOKEN, SITE + path, Vendor.call());

        assertThat(twilio.called(path, Vendor.call(), "").status()).isEqualTo(404);
        assertThat(twilio.called(path, Vendor.call(), "\u00e9").status()).isEqualTo(404);
        assertThat(twilio.called(path, Map.of("From", "+1"), right).status()).isEqualTo(404);
        assertThat(twilio.called(path + "?a=b", Vendor.call(), right).status()).isEqualTo(404);
        assertThat(twilio.called(path, Vendor.call(), Vendor.callSignature("", SITE + path, Vendor.call()))
                        .status())
                .isEqualTo(404);
        assertThat(twilio.called(path, SITE.replace("https:", "http:") + path, Vendor.call())
                        .status())
                .isEqualTo(404);
        assertThat(rehearsed.letters).isEmpty();
        assertThat(rehearsed.mails).isEmpty();
        assertThat(rehearsed.log).contains("[WARNING]\trequest-1\tNot Found: " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {INCOMING, RECORDED})
    void otherMethodsAndASlashAreRefused(String path) {
        assertThat(rehearsed.browser().get(path).status()).isEqualTo(405);
        assertThat(twilio.called(path + "/", SITE + path, Vendor.call()).status())
                .isEqualTo(404);
    }

    @Test
    void aHugeFormIsABadRequest() {
        assertThat(huge().status()).isEqualTo(400);
        rehearsed.with(
                Fault.VOICE_ACCEPTS_HUGE_BODY, () -> assertThat(huge().status()).isEqualTo(200));
    }

    @Test
    void aMailThatCanNotBeSentIsAnErrorThatIsReported() {
        rehearsed.lettersFail = true;

        assertThat(record("+1", "").status()).isEqualTo(500);
        assertThat(rehearsed.mails).hasSize(1);
    }

    @Test
    void eachCallCountsAsAVisitorWithItsSource() {
        long visitors = rehearsed.count("intake_visitor where source = 'twilio'");

        twilio.called(INCOMING + QUERY, SITE + INCOMING + QUERY, Vendor.call());

        assertThat(rehearsed.count("intake_visitor where source = 'twilio'")).isEqualTo(visitors + 1);
    }

    @Test
    void theAddressesCanBeGone() {
        rehearsed.with(Fault.VOICEMAIL_MISSING, () -> {
            assertThat(call(INCOMING).status()).isEqualTo(404);
            assertThat(call(RECORDED).status()).isEqualTo(404);
            assertThat(rehearsed.browser().get(INCOMING).status()).isEqualTo(404);
        });
    }

    @Test
    void theTokenCanBeAnotherOrMissing() {
        rehearsed.with(
                Fault.VOICE_TOKEN_DIFFERS,
                () -> assertThat(call(INCOMING).status()).isEqualTo(404));
        rehearsed.with(Fault.VOICE_TOKEN_MISSING, () -> {
            assertThat(call(INCOMING).status()).isEqualTo(500);
            assertThat(twilio.called(RECORDED, Map.of(), "").status()).isEqualTo(500);
            assertThat(rehearsed.browser().get(INCOMING).status()).isEqualTo(405);
        });
        assertThat(rehearsed.mails).hasSize(2);
    }

    @Test
    void theApplicationCanSeeAnotherHostAndRefuseEveryCall() {
        rehearsed.with(Fault.VOICE_SEES_OTHER_HOST, () -> {
            assertThat(call(INCOMING).status()).isEqualTo(404);
            assertThat(call(RECORDED).status()).isEqualTo(404);
        });
    }

    @Test
    void eachThingThatCanBeAcceptedWronglyIsAcceptedAndMailed() {
        Map<String, String> fields = Vendor.call();
        String url = SITE + RECORDED;
        assertAccepted(Fault.VOICE_ACCEPTS_NO_SIGNATURE, fields, "");
        assertAccepted(Fault.VOICE_ACCEPTS_WRONG_KEY, fields, Vendor.callSignature("wrong", url, fields));
        assertAccepted(Fault.VOICE_ACCEPTS_EMPTY_KEY, fields, Vendor.callSignature("", url, fields));
        assertAccepted(Fault.VOICE_ACCEPTS_TAMPERED, fields, signature(url, Map.of()));
        assertAccepted(Fault.VOICE_ACCEPTS_HTTP, fields, signature(url.replace("https:", "http:"), fields));
        assertAccepted(Fault.VOICE_ACCEPTS_PORT, fields, signature(SITE + ":443" + RECORDED, fields));
        assertAccepted(Fault.VOICE_ACCEPTS_OTHER_STAGE, fields, signature(SITE + "/production" + RECORDED, fields));
        assertAccepted(Fault.VOICE_ACCEPTS_SLASH, fields, signature(url + "/", fields));
    }

    @Test
    void aSignatureOverAnotherQueryOrHostOrWithoutAccentsCanBeAccepted() {
        Map<String, String> fields = Vendor.call();
        String other = signature("https://a.example" + RECORDED, fields);
        Map<String, String> accented = new TreeMap<>(fields);
        accented.put("CallerName", "José");
        Map<String, String> plain = new TreeMap<>(fields);
        plain.put("CallerName", "Jose");
        plain.computeIfPresent("Digits", (name, value) -> value.replace("é", "e"));

        assertChanges(
                Fault.VOICE_ACCEPTS_OTHER_QUERY,
                () -> twilio.called(RECORDED + "?a=b", fields, signature(SITE + RECORDED, fields)));
        assertChanges(
                Fault.VOICE_ACCEPTS_OTHER_HOST,
                () -> twilio.called(RECORDED, fields, other, Map.of("X-Forwarded-Host", "a.example")));
        assertChanges(
                Fault.VOICE_ACCEPTS_NON_ASCII,
                () -> twilio.called(RECORDED, accented, signature(SITE + RECORDED, plain)));
    }

    @Test
    void acceptingOneSpellingDoesNotAcceptTheOthers() {
        String http = signature(SITE.replace("https:", "http:") + RECORDED, Vendor.call());

        rehearsed.with(
                Fault.VOICE_ACCEPTS_PORT,
                () -> assertThat(twilio.called(RECORDED, Vendor.call(), http).status())
                        .isEqualTo(404));
        rehearsed.with(
                Fault.VOICE_ACCEPTS_WRONG_KEY,
                () -> assertThat(twilio.called(RECORDED, Vendor.call(), "nonsense")
                                .status())
                        .isEqualTo(404));
    }

    @Test
    void aGetOrJsonCanBeAnswered() {
        assertThat(json().status()).isEqualTo(404);
        rehearsed.with(
                Fault.VOICE_ACCEPTS_JSON, () -> assertThat(json().status()).isEqualTo(200));
        assertThat(rehearsed.letters).hasSize(1);
        rehearsed.with(Fault.VOICE_ACCEPTS_GET, () -> {
            assertThat(rehearsed.browser().get(INCOMING).status()).isEqualTo(200);
            assertThat(rehearsed.browser().get(RECORDED).status()).isEqualTo(200);
            assertThat(twilio.called(RECORDED, Vendor.call(), "").status()).isEqualTo(404);
        });
        assertThat(rehearsed.letters).hasSize(1);
    }

    @Test
    void theAnswerCanSendTheRecordingElsewhereOrBeUnreadable() {
        rehearsed.with(
                Fault.RECORD_ACTION_ELSEWHERE,
                () -> assertThat(Browser.text(call(INCOMING)))
                        .contains("action=\"https://execute-api.us-east-1.amazonaws.com/production" + RECORDED));
        rehearsed.with(
                Fault.RECORD_ACTION_PLAIN_HTTP,
                () -> assertThat(Browser.text(call(INCOMING)))
                        .contains("action=\"http://" + Rehearsed.HOST + RECORDED));
        rehearsed.with(
                Fault.TWIML_WRONG_TYPE,
                () -> assertThat(Browser.header(call(INCOMING), "Content-Type")).isEqualTo("application/json"));
        byte[] healthy = call(INCOMING).body();
        Assertions.assertThatCode(() -> parse(healthy)).doesNotThrowAnyException();
        rehearsed.with(Fault.TWIML_BROKEN, () -> {
            byte[] broken = call(INCOMING).body();
            Assertions.assertThatThrownBy(() -> parse(broken)).isInstanceOf(org.xml.sax.SAXException.class);
        });
    }

    @Test
    void theAnswerCanForgetTheRecordingAskForAGetOrPlayTheOldGreeting() {
        rehearsed.with(
                Fault.TWIML_WITHOUT_RECORD,
                () -> assertThat(Browser.text(call(INCOMING))).contains("</Play><Hangup/></Response>"));
        rehearsed.with(
                Fault.RECORD_BY_GET,
                () -> assertThat(Browser.text(call(INCOMING))).contains(RECORDED + "\" method=\"GET\" />"));
        rehearsed.with(
                Fault.GREETING_FROM_OLD_HOST,
                () -> assertThat(Browser.text(call(INCOMING)))
                        .contains("<Play>https://" + Rehearsed.OLD_HOST + "/static/" + GREETING + "</Play>"));
    }

    @Test
    void aForgedRecordingCanBeMailedAndThenRefused() {
        rehearsed.with(
                Fault.VOICE_ACTS_BEFORE_CHECK,
                () -> assertThat(twilio.called(RECORDED, Vendor.call(), "").status())
                        .isEqualTo(404));
        assertThat(rehearsed.letters).hasSize(1);
        rehearsed.with(
                Fault.VOICE_ACTS_BEFORE_CHECK,
                () -> assertThat(record("+1", "x").status()).isEqualTo(200));
        assertThat(rehearsed.letters).as("a genuine one is mailed once").hasSize(2);
    }

    @Test
    void theMailCanFailGetLostComeTwiceOrBeWrong() {
        rehearsed.with(
                Fault.VOICEMAIL_MAIL_FAILS,
                () -> assertThat(record("+1", "x").status()).isEqualTo(500));
        rehearsed.with(
                Fault.VOICEMAIL_MAIL_LOST,
                () -> assertThat(record("+1", "x").status()).isEqualTo(200));
        assertThat(rehearsed.letters).isEmpty();
        rehearsed.with(Fault.VOICEMAIL_MAIL_TWICE, () -> record("+1", "x"));
        assertThat(rehearsed.letters).hasSize(2);
        rehearsed.with(Fault.VOICEMAIL_IN_UTC, () -> record("+1", "x"));
        assertThat(rehearsed.letters.get(2).subject()).isEqualTo("New voicemail 3/15/2018 5:00 PM UTC");
        rehearsed.with(Fault.VOICEMAIL_WITHOUT_LINK, () -> record("+1", "https://link.example"));
        assertThat(rehearsed.letters.get(3).text()).doesNotContain("link.example");
        rehearsed.with(Fault.VOICEMAIL_ELSEWHERE, () -> record("+1", "x"));
        assertThat(rehearsed.letters.get(4).to()).isNotEqualTo(Rehearsed.VOICEMAIL);
    }

    private WebResponse call(String path) {
        return twilio.called(path, SITE + path, Vendor.call());
    }

    private WebResponse record(String from, String link) {
        return twilio.called(RECORDED, SITE + RECORDED, Map.of("From", from, "RecordingUrl", link));
    }

    private WebResponse huge() {
        return twilio.called(INCOMING, SITE + INCOMING, Map.of("SpeechResult", "x".repeat(3_000_000)));
    }

    private static WebResponse json() {
        return rehearsed.browser().send("POST", RECORDED, Map.of("Content-Type", "application/json"), "{}");
    }

    private static String signature(String url, Map<String, String> fields) {
        return Vendor.callSignature(Vendor.TWILIO_TOKEN, url, fields);
    }

    private void assertAccepted(Fault fault, Map<String, String> fields, String signature) {
        assertThat(twilio.called(RECORDED, fields, signature).status())
                .as("without %s", fault)
                .isEqualTo(404);
        rehearsed.letters.clear();
        rehearsed.with(
                fault,
                () -> assertThat(twilio.called(RECORDED, fields, signature).status())
                        .as("with %s", fault)
                        .isEqualTo(200));
        assertThat(rehearsed.letters).as("with %s", fault).hasSize(1);
    }

    private void assertChanges(Fault fault, Supplier<WebResponse> call) {
        assertThat(call.get().status()).as("without %s", fault).isEqualTo(404);
        rehearsed.with(
                fault,
                () -> assertThat(call.get().status()).as("with %s", fault).isEqualTo(200));
    }

    private static void parse(byte[] xml) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        builder.parse(new ByteArrayInputStream(xml));
    }
}
