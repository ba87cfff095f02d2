package cutover.provider.twilio;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The forms that Twilio posts while it handles a call; fields in alphabetical order, as Twilio sends them. Places of
 * caller and called are there but empty, as for a number that Twilio can't place.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml#request-parameters">Request parameters</a>
 */
public final class TwilioRequests {

    private static final List<String> SIDES = List.of("Called", "Caller", "From", "To");
    private static final List<String> PLACES = List.of("City", "Country", "State", "Zip");

    private TwilioRequests() {}

    /** A call comes in and rings. */
    public static Map<String, String> incomingCall(String account, String callSid, String from, String to) {
        return ordered(call(account, callSid, from, to, "ringing"));
    }

    /**
     * The caller has left a message and hung up.
     *
     * @param length told in whole seconds
     * @see <a href="https://www.twilio.com/docs/voice/twiml/record#attributes-action">Record, action</a>
     */
    public static Map<String, String> recorded(
            String account,
            String callSid,
            String from,
            String to,
            String recordingSid,
            String recordingUrl,
            Duration length) {
        Map<String, String> fields = call(account, callSid, from, to, "completed");
        fields.put("Digits", "hangup");
        fields.put("RecordingDuration", Long.toString(length.toSeconds()));
        fields.put("RecordingSid", recordingSid);
        fields.put("RecordingUrl", recordingUrl);
        return ordered(fields);
    }

    private static Map<String, String> call(String account, String callSid, String from, String to, String status) {
        Map<String, String> fields = new TreeMap<>();
        SIDES.forEach(side -> PLACES.forEach(place -> fields.put(side + place, "")));
        fields.put("AccountSid", account);
        fields.put("ApiVersion", "2010-04-01");
        fields.put("CallSid", callSid);
        fields.put("CallStatus", status);
        fields.put("Called", to);
        fields.put("Caller", from);
        fields.put("Direction", "inbound");
        fields.put("From", from);
        fields.put("To", to);
        return fields;
    }

    private static Map<String, String> ordered(Map<String, String> fields) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
