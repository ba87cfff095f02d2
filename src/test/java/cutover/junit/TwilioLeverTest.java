package cutover.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cutover.provider.Told;
import cutover.provider.twilio.CallOrder;
import cutover.provider.twilio.PhoneNumber;
import cutover.provider.twilio.TwilioAccount;
import cutover.provider.twilio.Wire;
import cutover.twin.Moment;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pointing the telephone elsewhere, with Twilio's own client, on the twin. */
class TwilioLeverTest extends OneLeverTwin {

    private static final String VOICEMAIL = "+14155550100";
    private static final String CALLER = "+14155550123";
    private static final String OLD =
            "https://clearmyrecord.codeforamerica.org/phone/handle-incoming-call?source=twilio&line=voicemail";

    private TwilioAccount account;

    @BeforeEach
    void signIn() {
        account = lever.twilio();
    }

    @AfterEach
    void signOut() {
        account.close();
    }

    @Test
    void aCallGoesToWhereTheNumberIsPointed() {
        Told<PhoneNumber> told = account.pointAt(voicemail().sid(), Map.of(Wire.VOICE_URL, OLD));

        assertThat(told.trouble()).isEmpty();
        assertThat(told.value().orElseThrow().voiceUrl()).isEqualTo(OLD);
        assertThat(voicemail().voiceUrl()).isEqualTo(OLD);
        assertThat(lever.oldLog()).doesNotContain("/phone/handle-incoming-call");
        account.place(new CallOrder(CALLER, VOICEMAIL, "<Response><Hangup/></Response>", Duration.ofSeconds(30)));
        Awaitility.await().until(lever::oldLog, log -> log.contains("/phone/handle-incoming-call"));
    }

    @Test
    void whatIsNotNamedStaysAndAnEmptyTextUnsets() {
        PhoneNumber before = voicemail();
        account.pointAt(before.sid(), Map.of(Wire.STATUS_CALLBACK, OLD, Wire.VOICE_FALLBACK_URL, OLD));

        assertThat(voicemail().voiceUrl()).isEqualTo(before.voiceUrl());
        assertThat(voicemail().statusCallback()).isEqualTo(OLD);
        assertThat(account.pointAt(before.sid(), before.wires()).value()).contains(before);
    }

    @Test
    void anApplicationIsPointedElsewhereForAllItsNumbers() {
        lever.twin.faults().switchOn(Side.NEW, Fault.TWILIO_APPLICATION_OVERRIDES);
        String sid = voicemail().voiceApplication();

        assertThat(account.pointApplicationAt(sid, Map.of(Wire.VOICE_URL, OLD + "&app=1"))
                        .trouble())
                .isEmpty();
        assertThat(account.application(sid).value().orElseThrow().voiceUrl()).isEqualTo(OLD + "&app=1");
        assertThatThrownBy(() -> account.pointApplicationAt(sid, Map.of(Wire.VOICE_APPLICATION, "AP1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMomentAndAResetPutTheNumbersBack() {
        String given = voicemail().voiceUrl();
        account.pointAt(voicemail().sid(), Map.of(Wire.VOICE_URL, OLD));
        lever.twin.at(Moment.SWITCHED);
        assertThat(voicemail().voiceUrl()).isEqualTo(given);
        account.pointAt(voicemail().sid(), Map.of(Wire.VOICE_URL, OLD));
        lever.twin.reset();
        assertThat(voicemail().voiceUrl()).isEqualTo(given);
    }

    @Test
    void aFaultOfAnotherKindLeavesTheNumbersAsTheyWerePointed() {
        account.pointAt(voicemail().sid(), Map.of(Wire.VOICE_URL, OLD));
        lever.twin.faults().switchOn(Side.NEW, Fault.MX_LOST);

        assertThat(voicemail().voiceUrl()).isEqualTo(OLD);
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertThat(account.pointAt("PN0", Map.of(Wire.VOICE_URL, OLD)).trouble())
                .startsWith("it refuses our call with 404 20404");
    }

    @Test
    void aWrongTokenAndAnAddressThatTwilioDoesNotTakeAreRefused() {
        String sid = voicemail().sid();
        try (TwilioAccount stranger = lever.twilio("wrong", lever.place("twin.twilio.endpoint"))) {
            assertThat(stranger.pointAt(sid, Map.of(Wire.VOICE_URL, OLD)).trouble())
                    .isEqualTo("it refuses our call with 401 20003: Authenticate");
        }
        assertThat(account.pointAt(sid, Map.of(Wire.VOICE_URL, "/phone")).trouble())
                .isEqualTo("it refuses our call with 400 21402: Invalid Url: /phone");
        assertThat(voicemail().voiceUrl()).isNotEqualTo(OLD);
    }

    @Test
    void nobodyThereIsTroubleOfOurs() throws IOException {
        try (TwilioAccount lost = lever.twilio("x", LeverTwin.nowhere())) {
            assertThat(lost.pointAt("PN0", Map.of(Wire.VOICE_URL, OLD)).trouble())
                    .startsWith("no answer from Twilio: ");
        }
    }

    private PhoneNumber voicemail() {
        return account.numbers().value().orElseThrow().stream()
                .filter(number -> number.number().equals(VOICEMAIL))
                .findFirst()
                .orElseThrow();
    }
}
