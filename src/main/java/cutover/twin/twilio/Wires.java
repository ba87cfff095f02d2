package cutover.twin.twilio;

import java.util.Optional;

/**
 * The addresses that count for a number: an application's, where one is set.
 *
 * @param application its sid; empty for none
 */
record Wires(Hook voice, Hook fallback, Hook status, String application) {

    static Wires of(PhoneNumber line, Book book) {
        Optional<TwimlApplication> application = book.applications().find(line.application());
        return application
                .map(own -> new Wires(own.voice(), own.fallback(), own.status(), own.sid()))
                .orElseGet(() -> new Wires(line.voice(), line.fallback(), line.status(), ""));
    }
}
