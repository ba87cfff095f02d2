package cutover.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioRequestsTest {

    @Test
    void anIncomingCallRingsAndTellsItsFieldsInAlphabeticalOrder() {
        Map<String, String> fields = TwilioRequests.incomingCall("AC1", "CA1", "+14155550100", "+14155550199");

        assertThat(fields.keySet())
                .containsExactly(
                        "AccountSid",
                        "ApiVersion",
                        "CallSid",
                        "CallStatus",
                        "Called",
                        "CalledCity",
                        "CalledCountry",
                        "CalledState",
                        "CalledZip",
                        "Caller",
                        "CallerCity",
                        "CallerCountry",
                        "CallerState",
                        "CallerZip",
                        "Direction",
                        "From",
                        "FromCity",
                        "FromCountry",
                        "FromState",
                        "FromZip",
                        "To",
                        "ToCity",
                        "ToCountry",
                        "ToState",
                        "ToZip");
        assertThat(fields)
                .containsEntry("AccountSid", "AC1")
                .containsEntry("CallSid", "CA1")
                .containsEntry("CallStatus", "ringing")
                .containsEntry("Direction", "inbound")
                .containsEntry("From", "+14155550100")
                .containsEntry("Caller", "+14155550100")
                .containsEntry("To", "+14155550199")
                .containsEntry("Called", "+14155550199");
    }

    @Test
    void aRecordedMessageTellsWhereItLiesAndThatTheCallerHungUp() {
        Map<String, String> fields = TwilioRequests.recorded(
                "AC1",
                "CA1",
                "+14155550100",
                "+14155550199",
                "RE1",
                "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1",
                Duration.ofMillis(7_900));

        assertThat(fields)
                .hasSize(29)
                .containsEntry("CallStatus", "completed")
                .containsEntry("Digits", "hangup")
                .containsEntry("RecordingDuration", "7")
                .containsEntry("RecordingSid", "RE1")
                .containsEntry("RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1");
        assertThat(List.copyOf(fields.keySet())).isSorted();
    }
}
