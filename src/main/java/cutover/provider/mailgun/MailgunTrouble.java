package cutover.provider.mailgun;

import cutover.provider.Told;

/** An answer that is none; never leaves this package. */
final class MailgunTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int NOT_REFUSED = 0;

    private final int status;

    private MailgunTrouble(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static MailgunTrouble refused(int status, String detail) {
        return new MailgunTrouble(status, detail);
    }

    static MailgunTrouble unavailable(String detail) {
        return new MailgunTrouble(NOT_REFUSED, detail);
    }

    static MailgunTrouble other() {
        return unavailable("Mailgun answers with something other than what was asked for");
    }

    int status() {
        return status;
    }

    <T> Told<T> told() {
        return status == NOT_REFUSED ? Told.unavailable(getMessage()) : Told.refused(status, "", getMessage());
    }
}
