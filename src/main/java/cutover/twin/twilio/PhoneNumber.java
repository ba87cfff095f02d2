package cutover.twin.twilio;

import java.time.Instant;

/**
 * A number that the account owns.
 *
 * @param number E.164
 * @param fallback called when the voice address does not serve
 * @param status told when a call has ended
 * @param application sid of an application whose addresses win over the number's own; empty for none
 */
record PhoneNumber(
        String sid,
        String number,
        String friendlyName,
        Hook voice,
        Hook fallback,
        Hook status,
        String application,
        Instant created,
        Instant updated) {}
