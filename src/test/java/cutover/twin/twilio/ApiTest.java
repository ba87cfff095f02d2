package cutover.twin.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.monitor.v1.Alert;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API as the vendor's own client sees it. */
class ApiTest {

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

    @Test
    void theAccountIsActive() {
        Account account = Account.fetcher().fetch(vendor.client());

        assertThat(account.getSid()).isEqualTo(vendor.twilio.account()).matches("AC[0-9a-f]{32}");
        assertThat(account.getStatus()).isEqualTo(Account.Status.ACTIVE);
        assertThat(account.getDateCreated())
                .isBefore(ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1));
    }

    @Test
    void anotherTokenIsRefused() {
        ApiException refusal = refusal(() -> Account.fetcher().fetch(vendor.client("0".repeat(32))));

        assertThat(refusal.getStatusCode()).isEqualTo(401);
        assertThat(refusal.getCode()).isEqualTo(20003);
        assertThat(refusal.getMoreInfo()).endsWith("/20003");
    }

    @Test
    void noCredentialIsRefused() throws Exception {
        HttpResponse<String> answer = get("/2010-04-01/Accounts/" + vendor.twilio.account() + ".json", "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Twilio API\"");
    }

    @Test
    void theTokenIsInNoText() {
        assertThat(new cutover.twin.twilio.Account("AC1", "verysecret")).hasToString("Account[AC1]");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String none = "0".repeat(32);

        assertNotFound(() -> Call.fetcher("CA" + none).fetch(vendor.client()));
        assertNotFound(() -> Call.deleter("CA" + none).delete(vendor.client()));
        assertNotFound(() -> IncomingPhoneNumber.fetcher("PN" + none).fetch(vendor.client()));
        assertNotFound(() -> Application.fetcher("AP" + none).fetch(vendor.client()));
        assertNotFound(() -> Recording.fetcher("RE" + none).fetch(vendor.client()));
        assertNotFound(() -> Alert.fetcher("NO" + none).fetch(vendor.client()));
        assertNotFound(() -> Account.fetcher("AC" + none).fetch(vendor.client()));
        assertNotFound(() -> com.twilio.rest.api.v2010.account.call.Recording.reader("CA" + none)
                .read(vendor.client()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/2010-04-01/Accounts.json", "/2010-04-01/Accounts/%s/Faxes.json", "/v1/Events"})
    void otherPartsOfTheApiAreNotThere(String path) throws Exception {
        HttpResponse<String> answer = get(String.format(path, vendor.twilio.account()), credential());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("20404");
    }

    @Test
    void threeNumbersPointWhereTheUsersAre() {
        assertThat(numbers())
                .extracting(
                        number -> number.getPhoneNumber().getEndpoint(), number -> String.valueOf(number.getVoiceUrl()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Twilio.VOICEMAIL, Web.VOICE),
                        org.assertj.core.groups.Tuple.tuple(Twilio.SECOND, Web.NEW + Web.CALL),
                        org.assertj.core.groups.Tuple.tuple(Twilio.CALLER, ""));
        assertThat(numbers()).allSatisfy(number -> {
            assertThat(number.getVoiceMethod()).hasToString("POST");
            assertThat(number.getVoiceApplicationSid()).isNull();
            assertThat(number.getVoiceFallbackUrl()).hasToString("");
            assertThat(number.getStatusCallback()).hasToString("");
        });
        assertThat(Vendor.all(Application.reader().read(vendor.client()))).isEmpty();
    }

    @Test
    void theNumbersFollowTheUsers() {
        vendor.twilio.usersAt(Side.OLD);

        assertThat(voicemail().getVoiceUrl()).hasToString(Web.OLD + Web.CALL + "?source=twilio&line=voicemail");
    }

    @Test
    void aNumberIsFoundByItsDigits() {
        List<IncomingPhoneNumber> found = Vendor.all(IncomingPhoneNumber.reader()
                .setPhoneNumber(new PhoneNumber(Twilio.SECOND))
                .read(vendor.client()));

        assertThat(found)
                .singleElement()
                .satisfies(number -> assertThat(IncomingPhoneNumber.fetcher(number.getSid())
                                .fetch(vendor.client())
                                .getFriendlyName())
                        .isEqualTo(number.getFriendlyName()));
    }

    @Test
    void aListComesPageByPage() {
        List<IncomingPhoneNumber> onePerPage =
                Vendor.all(IncomingPhoneNumber.reader().pageSize(1).read(vendor.client()));

        assertThat(onePerPage)
                .extracting(IncomingPhoneNumber::getSid)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void theMonitorsListComesPageByPage() {
        vendor.web.page(Web.NEW + Web.CALL, 404, "text/html", "");
        vendor.called();
        vendor.called();

        assertThat(Vendor.all(Alert.reader().pageSize(1).read(vendor.client())))
                .extracting(Alert::getSid)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void alertsAreFoundByLevelAndTime() {
        vendor.web.page(Web.NEW + Web.CALL, 404, "text/html", "");
        vendor.called();
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);

        assertThat(alerts(Alert.reader()
                        .setLogLevel("error")
                        .setStartDate(now.minusMinutes(5))
                        .setEndDate(now.plusMinutes(5))))
                .hasSize(1);
        assertThat(alerts(Alert.reader().setLogLevel("warning"))).isEmpty();
        assertThat(alerts(Alert.reader().setStartDate(now.plusMinutes(5)))).isEmpty();
        assertThat(alerts(Alert.reader().setEndDate(now.minusMinutes(5)))).isEmpty();
    }

    @Test
    void aNumberCanBePointedElsewhere() {
        IncomingPhoneNumber changed = IncomingPhoneNumber.updater(voicemail().getSid())
                .setVoiceUrl(Web.OLD + "/x")
                .setVoiceMethod(com.twilio.http.HttpMethod.GET)
                .setVoiceFallbackUrl(Web.OLD + "/y")
                .setStatusCallback(Web.OLD + "/z")
                .update(vendor.client());

        assertThat(changed.getVoiceUrl()).hasToString(Web.OLD + "/x");
        assertThat(voicemail().getVoiceMethod()).hasToString("GET");
        assertThat(voicemail().getVoiceFallbackUrl()).hasToString(Web.OLD + "/y");
        assertThat(voicemail().getStatusCallback()).hasToString(Web.OLD + "/z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https:///phone", "ftp://example.org/", "/phone"})
    void aNumberIsNotPointedAtWhatIsNoAddress(String url) {
        ApiException refusal =
                refusal(() -> IncomingPhoneNumber.updater(voicemail().getSid())
                        .setVoiceUrl(url)
                        .update(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21402);
        assertThat(voicemail().getVoiceUrl()).hasToString(Web.VOICE);
    }

    @Test
    void aNumberIsNotCalledByAnotherMethod() {
        ApiException refusal =
                refusal(() -> IncomingPhoneNumber.updater(voicemail().getSid())
                        .setVoiceMethod(com.twilio.http.HttpMethod.PUT)
                        .update(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21403);
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
        ApiException refusal = refusal(() -> creator(to, from, SILENCE).create(vendor.client()));

        assertThat(refusal.getStatusCode()).isEqualTo(400);
        assertThat(refusal.getCode()).isEqualTo(code);
        assertThat(vendor.calls()).isEmpty();
    }

    @Test
    void aCallWithoutInstructionsIsRefused() {
        ApiException refusal = refusal(() -> Call.creator(
                        new PhoneNumber(Twilio.VOICEMAIL), new PhoneNumber(Twilio.CALLER), URI.create("/nowhere"))
                .create(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21205);
    }

    @Test
    void aCallIsRefusedWhereATimeIsNone() throws Exception {
        HttpResponse<String> answer = get(
                "/2010-04-01/Accounts/" + vendor.twilio.account() + "/Calls.json?StartTime%3E=yesterday", credential());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("20001");
    }

    @Test
    void aCallThatHangsCanBeEnded() {
        vendor.fault(Fault.TWILIO_CALL_HANGS);
        Call call = vendor.dial(Twilio.VOICEMAIL);
        inProgress(call);

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
        inProgress(call);

        ApiException refusal = refusal(() -> Call.updater(call.getSid())
                .setStatus(Call.UpdateStatus.CANCELED)
                .update(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21220);
    }

    @Test
    void aCallThatIsOverCannotBeEndedAgain() {
        Call call = vendor.called();

        ApiException refusal = refusal(() -> Call.updater(call.getSid())
                .setStatus(Call.UpdateStatus.COMPLETED)
                .update(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21220);
    }

    @Test
    void aCallIsDeletedOnceItIsOver() {
        vendor.fault(Fault.TWILIO_CALL_HANGS);
        Call call = vendor.dial(Twilio.VOICEMAIL);
        ApiException refusal = refusal(() -> Call.deleter(call.getSid()).delete(vendor.client()));
        inProgress(call);
        Call.updater(call.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(vendor.client());

        assertThat(refusal.getStatusCode()).isEqualTo(409);
        assertThat(Call.deleter(call.getSid()).delete(vendor.client())).isTrue();
        assertThat(vendor.calls()).isEmpty();
    }

    @Test
    void aRecordingIsHeardAndDeleted() throws Exception {
        Call inbound = vendor.called();
        com.twilio.rest.api.v2010.account.call.Recording recording = Vendor.all(
                        com.twilio.rest.api.v2010.account.call.Recording.reader(inbound.getSid())
                                .read(vendor.client()))
                .get(0);
        String path = recording.getUri().replace(".json", "");

        assertThat(get(path, credential()).body()).startsWith("RIFF");
        assertThat(Recording.fetcher(recording.getSid()).fetch(vendor.client()).getSource())
                .hasToString("RecordVerb");
        assertThat(Recording.deleter(recording.getSid()).delete(vendor.client()))
                .isTrue();
        assertThat(get(path, credential()).statusCode()).isEqualTo(404);
    }

    @Test
    void clearingForgetsCallsRecordingsAndAlerts() {
        vendor.fault(Fault.TWILIO_ALERTS);
        vendor.called();

        vendor.twilio.clear();

        assertThat(vendor.calls()).isEmpty();
        assertThat(vendor.alerts()).isEmpty();
        assertThat(Vendor.all(Recording.reader().read(vendor.client()))).isEmpty();
        assertThat(numbers()).hasSize(3);
    }

    @Test
    void aCallThatWasForgottenAsksNobody() {
        vendor.dial(Twilio.VOICEMAIL);
        vendor.twilio.clear();

        vendor.dial(Twilio.SECOND);
        org.awaitility.Awaitility.await()
                .until(() -> vendor.calls().stream().allMatch(call -> call.getStatus() == Call.Status.COMPLETED));

        assertThat(vendor.web.lines()).contains("POST " + Web.NEW + Web.CALL).doesNotContain("POST " + Web.VOICE);
    }

    private void inProgress(Call call) {
        org.awaitility.Awaitility.await()
                .until(() -> vendor.fetched(call.getSid()).getStatus() == Call.Status.IN_PROGRESS);
    }

    private static CallCreator creator(String to, String from, Twiml twiml) {
        return Call.creator(new PhoneNumber(to), new PhoneNumber(from), twiml);
    }

    private List<Alert> alerts(com.twilio.rest.monitor.v1.AlertReader reader) {
        return Vendor.all(reader.read(vendor.client()));
    }

    private List<IncomingPhoneNumber> numbers() {
        return Vendor.all(IncomingPhoneNumber.reader().read(vendor.client()));
    }

    private IncomingPhoneNumber voicemail() {
        return numbers().get(0);
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + vendor.port() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String credential() {
        String pair = vendor.twilio.account() + ":" + vendor.twilio.authToken();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ApiException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable request) {
        ApiException refusal = catchThrowableOfType(ApiException.class, request);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable request) {
        assertThat(refusal(request).getStatusCode()).isEqualTo(404);
        assertThat(refusal(request).getCode()).isEqualTo(20404);
    }
}
