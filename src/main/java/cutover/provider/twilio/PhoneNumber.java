package cutover.provider.twilio;

import java.util.Map;

/**
 * How one number of the account is wired; whatever is not set is an empty text.
 *
 * @param number in E.164, {@code +1…}
 * @param voiceUrl not used by Twilio while {@code voiceApplication} or {@code trunk} is set
 * @param voiceMethod GET or POST
 * @param voiceApplication SID of the application that takes the calls, {@code AP…}
 * @param trunk SID of the trunk that takes the calls, {@code TK…}
 * @see <a href="https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource">IncomingPhoneNumber</a>
 */
public record PhoneNumber(
        String sid,
        String number,
        String name,
        String voiceUrl,
        String voiceMethod,
        String voiceFallbackUrl,
        String statusCallback,
        String smsUrl,
        String smsFallbackUrl,
        String voiceApplication,
        String trunk) {

    /** All that {@link TwilioAccount#pointAt} can set, as it is: with it a change can be taken back. */
    public Map<Wire, String> wires() {
        return Map.of(
                Wire.VOICE_URL, voiceUrl,
                Wire.VOICE_METHOD, voiceMethod,
                Wire.VOICE_FALLBACK_URL, voiceFallbackUrl,
                Wire.STATUS_CALLBACK, statusCallback,
                Wire.VOICE_APPLICATION, voiceApplication);
    }
}
