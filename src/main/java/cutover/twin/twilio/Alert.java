package cutover.twin.twilio;

import java.time.Instant;

/**
 * An entry of the vendor's debugger.
 *
 * @param resource sid of the call in which it happened
 */
record Alert(String sid, String resource, Trouble trouble, Instant created) {}
