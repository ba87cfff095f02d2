package cutover.twin.twilio;

/**
 * What the leg that was ordered has to say for itself.
 *
 * @param twiml a document that came with the order; empty when {@code url} is to be asked for one
 */
record Order(String twiml, Hook url, Hook fallback) {}
