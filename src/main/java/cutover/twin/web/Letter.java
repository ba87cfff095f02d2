package cutover.twin.web;

import java.util.Optional;

/**
 * A mail of the application to one receiver.
 *
 * @param html the same content once more; empty for a mail of plain text only
 */
public record Letter(String from, String to, String subject, String text, Optional<String> html) {

    public static Letter plain(String from, String to, String subject, String text) {
        return new Letter(from, to, subject, text, Optional.empty());
    }
}
