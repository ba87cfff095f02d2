package common;

import cutover.environment.MailboxPlace;
import cutover.finding.Finding;
import cutover.junit.Workbench;
import cutover.patience.Patience;
import cutover.probe.mail.Mail;
import cutover.probe.mail.MailObservation;
import cutover.probe.mail.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Mail of one step in one mailbox; each message that was provoked holds a token of its own. */
public final class Arrivals {

    private final Workbench bench;
    private final String purpose;
    private final Instant start;

    /** @param purpose key of mailboxes */
    public Arrivals(Workbench bench, String purpose, Instant start) {
        this.bench = bench;
        this.purpose = purpose;
        this.start = start;
    }

    /**
     * Waits until each token has come or the deadline for mail is over, goes on looking for the time in which a second
     * copy would show, and tells all mail that is wanted. Empty, with a finding added, when the mailbox can't be
     * read.
     *
     * @param what for messages, for instance "the mail about the bounce"
     * @param wanted which mail is told
     */
    public Optional<List<Mail>> awaited(String what, Collection<String> tokens, Predicate<Mail> wanted) {
        MailboxPlace place = bench.environment().mailboxes().get(purpose);
        Optional<Mailbox> mailbox = bench.mailbox(purpose);
        if (place == null || mailbox.isEmpty()) {
            bench.findings()
                    .add(Finding.unknown("no mailbox '" + purpose + "' is known here")
                            .expected("the mailbox that gets " + what)
                            .because("config/environments has no mailboxes." + purpose));
            return Optional.empty();
        }
        bench.findings().progress("waiting for " + what + " at " + place.address());
        Instant until =
                bench.clock().instant().plus(bench.environment().deadlines().mail());
        for (String token : tokens) {
            Duration left = Duration.between(bench.clock().instant(), until);
            if (left.isNegative() || left.isZero()) {
                break;
            }
            mailbox.get().await(what, since(), holds(token), Patience.atMost(left), Duration.ZERO);
        }
        Patience.atMost(bench.environment().deadlines().settle()).waitFor("a second copy", () -> "", never -> false);
        return readable(place, mailbox.get().look(since(), wanted), what);
    }

    /** Whether a mail holds a text, in subject or body. */
    public static Predicate<Mail> holds(String text) {
        return mail -> mail.text().contains(text)
                || mail.html().contains(text)
                || mail.subject().contains(text);
    }

    /** What to say of a mailbox that can't be read. */
    public static Finding unreadable(String purpose, MailboxPlace place, String expected, String why) {
        return Finding.unknown("the mailbox " + place.address() + " could not be read")
                .expected(expected)
                .because(why)
                .lookAt(place.place())
                .lookAt("config/environments, mailboxes." + purpose)
                .toDo("mend our access (" + place.key() + "); meanwhile look into the mailbox by hand");
    }

    private Instant since() {
        return start.minusSeconds(60);
    }

    private Optional<List<Mail>> readable(MailboxPlace place, MailObservation seen, String what) {
        return seen.fold(
                found -> found.cut()
                        ? told(unreadable(purpose, place, what, "it holds more new mail than is read"))
                        : Optional.of(found.mails()),
                refused ->
                        told(unreadable(purpose, place, what, "the mailbox refuses our sign-in: " + refused.detail())),
                unreachable -> told(
                        unreadable(purpose, place, what, "the mailbox can't be reached: " + unreachable.detail())));
    }

    private Optional<List<Mail>> told(Finding finding) {
        bench.findings().add(finding);
        return Optional.empty();
    }
}
