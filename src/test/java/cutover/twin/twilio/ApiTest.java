package cutover.twin.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.monitor.v1.Alert;
import com.twilio.rest.monitor.v1.AlertReader;
import com.twilio.type.PhoneNumber;
import cutover.twin.fault.Fault;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API as the vendor's own client sees it. */
class ApiTest {

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
        ApiException refusal = Vendor.refusal(() -> Account.fetcher().fetch(vendor.client("0".repeat(32))));

        assertThat(refusal.getStatusCode()).isEqualTo(401);
        assertThat(refusal.getCode()).isEqualTo(20003);
        assertThat(refusal.getMoreInfo()).endsWith("/20003");
    }

    @Test
    void noCredentialIsRefused() throws Exception {
        HttpResponse<String> answer = vendor.get("/2010-04-01/Accounts/" + vendor.twilio.account() + ".json", "");

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
        HttpResponse<String> answer = vendor.get(String.format(path, vendor.twilio.account()), vendor.credential());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("20404");
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
    void aListOfCallsCanBeNarrowed() {
        vendor.called();

        ResourceSet<Call> inbound = Call.reader()
                .setTo(new PhoneNumber(Twilio.VOICEMAIL))
                .setStatus(Call.Status.COMPLETED)
                .setStartTimeAfter(ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(5))
                .read(vendor.client());
        ResourceSet<Call> tomorrow = Call.reader()
                .setStartTimeAfter(ZonedDateTime.now(ZoneOffset.UTC).plusDays(1))
                .read(vendor.client());

        assertThat(Vendor.all(inbound)).hasSize(2);
        assertThat(Vendor.all(tomorrow)).isEmpty();
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
    void aListIsRefusedWhereATimeIsNone() throws Exception {
        HttpResponse<String> answer = vendor.get(
                "/2010-04-01/Accounts/" + vendor.twilio.account() + "/Calls.json?StartTime%3E=yesterday",
                vendor.credential());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("20001");
    }

    @Test
    void aRecordingIsHeardAndDeleted() throws Exception {
        Call inbound = vendor.called();
        com.twilio.rest.api.v2010.account.call.Recording recording = Vendor.all(
                        com.twilio.rest.api.v2010.account.call.Recording.reader(inbound.getSid())
                                .read(vendor.client()))
                .get(0);
        String path = recording.getUri().replace(".json", "");

        assertThat(vendor.get(path, vendor.credential()).body()).startsWith("RIFF");
        assertThat(Recording.fetcher(recording.getSid()).fetch(vendor.client()).getSource())
                .hasToString("RecordVerb");
        assertThat(Recording.deleter(recording.getSid()).delete(vendor.client()))
                .isTrue();
        assertThat(vendor.get(path, vendor.credential()).statusCode()).isEqualTo(404);
    }

    @Test
    void clearingForgetsCallsRecordingsAndAlerts() {
        vendor.fault(Fault.TWILIO_ALERTS);
        vendor.called();

        vendor.twilio.clear();

        assertThat(vendor.calls()).isEmpty();
        assertThat(vendor.alerts()).isEmpty();
        assertThat(Vendor.all(Recording.reader().read(vendor.client()))).isEmpty();
        assertThat(vendor.numbers()).hasSize(3);
    }

    private List<Alert> alerts(AlertReader reader) {
        return Vendor.all(reader.read(vendor.client()));
    }

    private static void assertNotFound(ThrowingCallable request) {
        assertThat(Vendor.refusal(request).getStatusCode()).isEqualTo(404);
        assertThat(Vendor.refusal(request).getCode()).isEqualTo(20404);
    }
}
