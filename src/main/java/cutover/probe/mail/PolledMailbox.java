package cutover.probe.mail;

import cutover.patience.Patience;
import cutover.patience.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A place that can only be asked again and again, for instance a provider's stored messages. */
public final class PolledMailbox implements Mailbox {

    private final String told;
    private final Function<Instant, MailObservation> lister;

    /**
     * @param told what it is called in texts, for instance "mail stored at the provider for example.org"
     * @param lister lists at least what was received since then; it may list older mail too. It answers for the
     *     network's trouble with an observation and bounds itself in time
     */
    public PolledMailbox(String told, Function<Instant, MailObservation> lister) {
        if (told.isBlank()) {
            throw new IllegalArgumentException("a mailbox needs a name by which texts can call it");
        }
        this.told = told;
        this.lister = lister;
    }

    @Override
    public MailObservation look(Instant since, Predicate<Mail> wanted) {
        Instant from = since.truncatedTo(ChronoUnit.SECONDS);
        return lister.apply(from)
                .fold(
                        seen -> fitting(seen, from, wanted),
                        refused -> new MailObservation.Refused(told + ": " + refused.detail()),
                        unreachable -> new MailObservation.Unreachable(told + ": " + unreachable.detail()));
    }

    private static MailObservation fitting(MailObservation.Seen seen, Instant from, Predicate<Mail> wanted) {
        List<Mail> fit = seen.mails().stream()
                .filter(mail -> !mail.received().isBefore(from))
                .filter(wanted)
                .sorted(Comparator.comparing(Mail::received))
                .toList();
        return new MailObservation.Seen(fit, seen.cut());
    }

    @Override
    public Wait<MailObservation> await(
            String subject,
            Instant since,
            Predicate<Mail> wanted,
            Patience patience,
            Duration settle,
            Consumer<Wait.Progress<MailObservation>> progress) {
        return new Awaited(subject, () -> look(since, wanted), asked -> asked, progress).mail(patience, settle);
    }

    @Override
    public String toString() {
        return told;
    }
}
