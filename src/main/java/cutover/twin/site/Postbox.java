package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Raised;
import cutover.twin.web.Letter;
import cutover.twin.web.Outbox;

/** Mail that a view sends while its caller waits: when it can't be sent, the view fails. */
final class Postbox {

    private final Switches faults;
    private final Outbox outbox;

    /**
     * How one kind of mail can go wrong.
     *
     * @param fails the mail can't be sent
     * @param lost nobody sends it
     * @param twice it is sent two times
     */
    record Weakness(Fault fails, Fault lost, Fault twice) {}

    Postbox(Switches faults, Outbox outbox) {
        this.faults = faults;
        this.outbox = outbox;
    }

    /**
     * Hands a letter to the mail service.
     *
     * @throws Raised when the service does not take it
     */
    void send(Letter letter, Weakness weakness) {
        if (faults.on(weakness.fails())) {
            throw failed("(451, b'4.3.2 the service does not accept mail now')");
        }
        if (faults.on(weakness.lost())) {
            return;
        }
        deliver(letter);
        if (faults.on(weakness.twice())) {
            deliver(letter);
        }
    }

    private void deliver(Letter letter) {
        try {
            outbox.deliver(letter);
        } catch (Outbox.MailFailure failure) {
            throw failed(failure.getMessage());
        }
    }

    private static Raised failed(String why) {
        return new Raised("smtplib.SMTPException", why, "django/core/mail/message.py, send");
    }
}
