package cutover.twin.web;

import java.util.List;

/** The application's way to send mail. */
public interface Outbox {

    /**
     * Sends a plain text mail to the people who run the application through the mail service.
     *
     * @throws MailFailure when the service could not be used; error mail that the service merely refuses does not throw
     */
    void send(String from, List<String> to, String subject, String text) throws MailFailure;

    /**
     * Sends a mail that the application must get rid of: whatever keeps it from the service, and whatever the service
     * refuses, is a failure.
     *
     * @throws MailFailure when the service has not taken the mail
     */
    void deliver(Letter letter) throws MailFailure;

    /** Mail could not be handed over. */
    final class MailFailure extends Exception {
        private static final long serialVersionUID = 1L;

        public MailFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
