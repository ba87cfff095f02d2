package cutover.twin.twilio;

import java.time.Instant;

/** What a caller said after the tone. */
record Recording(String sid, String call, long seconds, Instant created) {}
