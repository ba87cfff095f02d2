package cutover.probe.mail;

import cutover.patience.Patience;
import cutover.patience.Wait;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The waiting of all mailboxes: for the first mail, and then a while for others.
 *
 * @param pace from the patience that was asked for to the one with which to look
 */
record Awaited(
        String subject,
        Supplier<MailObservation> look,
        UnaryOperator<Patience> pace,
        Consumer<Wait.Progress<MailObservation>> progress) {

    Wait<MailObservation> mail(Patience patience, Duration settle) {
        Wait<MailObservation> first =
                pace.apply(patience).waitFor(subject, look, seen -> hasMail(seen) || isRefused(seen), progress);
        if (settle.isZero() || !first.last().map(Awaited::hasMail).orElse(false)) {
            return first;
        }
        Patience after = pace.apply(new Patience(settle, patience.every()));
        return joined(first, after.waitFor(subject, look, Awaited::isRefused, progress));
    }

    private static Wait<MailObservation> joined(Wait<MailObservation> first, Wait<MailObservation> second) {
        return new Wait<>(
                first.subject(),
                second.last().or(first::last),
                second.last().map(seen -> hasMail(seen) || isRefused(seen)).orElse(true),
                first.looks() + second.looks(),
                first.elapsed().plus(second.elapsed()),
                first.atMost());
    }

    private static boolean hasMail(MailObservation seen) {
        return seen.fold(one -> !one.mails().isEmpty(), refused -> false, unreachable -> false);
    }

    private static boolean isRefused(MailObservation seen) {
        return seen.fold(one -> false, refused -> true, unreachable -> false);
    }
}
