package cutover.probe.mail;

import cutover.patience.Patience;
import cutover.patience.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A mailbox into which one can look; looking changes nothing in it, no mail becomes a read one. */
public interface Mailbox {

    /**
     * Mails received since then that fit.
     *
     * @param since compared with the server's own time of receipt, which knows seconds only: rounded down to them
     */
    MailObservation look(Instant since, Predicate<Mail> wanted);

    /**
     * Waits for a mail, and goes on looking for a while after the first one, so that a second one is seen too. A refusal
     * ends the wait; a lost connection does not.
     *
     * @param subject what is waited for, for the text of the wait
     * @param settle how long to go on after the first mail; zero for not at all; not part of the patience
     * @param progress told after each look that did not end the wait
     * @return last look; ended when it is a refusal or holds a mail
     */
    Wait<MailObservation> await(
            String subject,
            Instant since,
            Predicate<Mail> wanted,
            Patience patience,
            Duration settle,
            Consumer<Wait.Progress<MailObservation>> progress);

    /** Waits without telling anybody. */
    default Wait<MailObservation> await(
            String subject, Instant since, Predicate<Mail> wanted, Patience patience, Duration settle) {
        return await(subject, since, wanted, patience, settle, progress -> {});
    }
}
