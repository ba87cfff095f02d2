package cutover.provider.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.ApplicationUpdater;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumberUpdater;
import java.util.Map;
import java.util.Objects;

/** Between our wires and the setters of the SDK; what is not named stays as it is. */
final class Rewiring {

    private Rewiring() {}

    /** @throws IllegalArgumentException when an address is no URI */
    static IncomingPhoneNumberUpdater number(String account, String sid, Map<Wire, String> wires) {
        IncomingPhoneNumberUpdater updater = new IncomingPhoneNumberUpdater(account, sid);
        wires.forEach((wire, to) -> Objects.requireNonNull(
                switch (wire) {
                    case VOICE_URL -> updater.setVoiceUrl(to);
                    case VOICE_METHOD -> updater.setVoiceMethod(HttpMethod.forValue(to));
                    case VOICE_FALLBACK_URL -> updater.setVoiceFallbackUrl(to);
                    case STATUS_CALLBACK -> updater.setStatusCallback(to);
                    case VOICE_APPLICATION -> updater.setVoiceApplicationSid(to);
                }));
        return updater;
    }

    /** @throws IllegalArgumentException when an address is no URI, or a wire is one that only numbers have */
    static ApplicationUpdater application(String account, String sid, Map<Wire, String> wires) {
        ApplicationUpdater updater = new ApplicationUpdater(account, sid);
        wires.forEach((wire, to) -> Objects.requireNonNull(
                switch (wire) {
                    case VOICE_URL -> updater.setVoiceUrl(to);
                    case VOICE_METHOD -> updater.setVoiceMethod(HttpMethod.forValue(to));
                    case VOICE_FALLBACK_URL -> updater.setVoiceFallbackUrl(to);
                    case STATUS_CALLBACK -> updater.setStatusCallback(to);
                    case VOICE_APPLICATION ->
                        throw new IllegalArgumentException("an application has no application of its own: " + to);
                }));
        return updater;
    }
}
