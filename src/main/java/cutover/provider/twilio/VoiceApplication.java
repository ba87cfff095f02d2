package cutover.provider.twilio;

/**
 * Addresses that several numbers can share; whatever is not set is an empty text.
 *
 * @param voiceMethod GET or POST
 * @see <a href="https://www.twilio.com/docs/usage/api/applications">Application</a>
 */
public record VoiceApplication(
        String sid, String name, String voiceUrl, String voiceMethod, String voiceFallbackUrl, String statusCallback) {}
