package cutover.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioSignatureTest {

    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final Map<String, String> FIELDS = Map.of(
            "Digits", "1234",
            "To", "+18005551212",
            "From", "+14158675309",
            "Caller", "+14158675309",
            "CallSid", "CA1234567890ABCDE");

    @Test
    void theExampleOfTwiliosDocumentationComesOutAsPrintedThere() {
        assertThat(TwilioSignature.of("12345", URL, FIELDS)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void whatWeSignTwiliosOwnLibraryAccepts() {
        Map<String, String> fields = TwilioRequests.incomingCall("AC1", "CA1", "+14155550100", "+14155550199");
        String url = "https://www.example.org/production/phone/handle-incoming-call?run=é%20x";
        RequestValidator library = new RequestValidator("s3cret-ü");

        assertThat(library.validate(url, fields, TwilioSignature.of("s3cret-ü", url, fields)))
                .isTrue();
        assertThat(library.validate(url, fields, TwilioSignature.of("other", url, fields)))
                .isFalse();
        assertThat(library.validate(url, fields, TwilioSignature.of("s3cret-ü", url + "1", fields)))
                .isFalse();
    }

    @Test
    void aChangedFieldChangesTheSignature() {
        Map<String, String> changed = Map.of("From", "+14158675300");

        assertThat(TwilioSignature.of("12345", URL, changed))
                .isNotEqualTo(TwilioSignature.of("12345", URL, Map.of("From", "+14158675309")));
    }

    @Test
    void aReceiverWithoutTokenSignsWithTheEmptyKey() {
        // HMAC-SHA1 of nothing with no key
        assertThat(TwilioSignature.of("", "", Map.of())).isEqualTo("+9sdGxiqbAgyS31ktx+3Y3BpDh0=");
    }

    @Test
    void theHeaderIsNamedAsTwilioNamesIt() {
        assertThat(TwilioSignature.HEADER).isEqualTo("X-Twilio-Signature");
    }
}
