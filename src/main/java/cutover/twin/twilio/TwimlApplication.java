package cutover.twin.twilio;

import java.time.Instant;

/** Addresses under a name, which any number can share. */
record TwimlApplication(String sid, String friendlyName, Hook voice, Hook fallback, Hook status, Instant created) {}
