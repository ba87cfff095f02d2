package cutover.twin.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.PhoneNumber;
import cutover.twin.fault.Side;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account's numbers as the vendor's own client sees them. */
class NumbersTest {

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
    void threeNumbersPointWhereTheUsersAre() {
        assertThat(vendor.numbers())
                .extracting(
                        number -> number.getPhoneNumber().getEndpoint(), number -> String.valueOf(number.getVoiceUrl()))
                .containsExactly(
                        tuple(Twilio.VOICEMAIL, Web.VOICE),
                        tuple(Twilio.SECOND, Web.NEW + Web.CALL),
                        tuple(Twilio.CALLER, ""));
        assertThat(vendor.numbers()).allSatisfy(number -> {
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

        assertThat(vendor.voicemail().getVoiceUrl()).hasToString(Web.OLD + Web.CALL + "?source=twilio&line=voicemail");
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
    void aNumberCanBePointedElsewhere() {
        IncomingPhoneNumber changed = IncomingPhoneNumber.updater(
                        vendor.voicemail().getSid())
                .setVoiceUrl(Web.OLD + "/x")
                .setVoiceMethod(HttpMethod.GET)
                .setVoiceFallbackUrl(Web.OLD + "/y")
                .setStatusCallback(Web.OLD + "/z")
                .update(vendor.client());

        assertThat(changed.getVoiceUrl()).hasToString(Web.OLD + "/x");
        assertThat(vendor.voicemail().getVoiceMethod()).hasToString("GET");
        assertThat(vendor.voicemail().getVoiceFallbackUrl()).hasToString(Web.OLD + "/y");
        assertThat(vendor.voicemail().getStatusCallback()).hasToString(Web.OLD + "/z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https:///phone", "//example.org/phone", "ftp://example.org/", "/phone"})
    void aNumberIsNotPointedAtWhatIsNoAddress(String url) {
        ApiException refusal = Vendor.refusal(
                () -> IncomingPhoneNumber.updater(vendor.voicemail().getSid())
                        .setVoiceUrl(url)
                        .update(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21402);
        assertThat(vendor.voicemail().getVoiceUrl()).hasToString(Web.VOICE);
    }

    @Test
    void aNumberIsNotCalledByAnotherMethod() {
        ApiException refusal = Vendor.refusal(
                () -> IncomingPhoneNumber.updater(vendor.voicemail().getSid())
                        .setVoiceMethod(HttpMethod.PUT)
                        .update(vendor.client()));

        assertThat(refusal.getCode()).isEqualTo(21403);
    }
}
