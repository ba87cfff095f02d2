package cutover.twin.web;

import java.util.List;

/** The application's way to send mail. */
public interface Outbox {

    /**
     * Sends a plain text mail through the mail service.
     *
     * @throws MailFailure when the service could not be used; error mail that the service merely refuses does not throw
     */
    void send(String from, List<String> to, String subject, String text) throws MailFailure;

    /** Mail could not be handed over. */
    final class MailFailure extends Exception {
        private static final long serialVersionUID = 1L;

        public MailFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
