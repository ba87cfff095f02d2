package cutover.junit;

import cutover.probe.mail.Mail;
import cutover.probe.mail.MailObservation;
import cutover.probe.mail.Mailbox;
import cutover.probe.mail.MimeMail;
import cutover.probe.mail.PolledMailbox;
import cutover.provider.Told;
import cutover.provider.mailgun.MailgunAccount;
import cutover.provider.mailgun.StoredMail;
import java.time.Instant;
import java.util.List;

/** Mail that a provider stores for an address without a mailbox, read as a mailbox. */
record StoredMailbox(String domain, String address, MailgunAccount account) {

    Mailbox mailbox() {
        return new PolledMailbox(address + ", stored at Mailgun", this::since);
    }

    /** Removes the stored mails that came in since then and hold the text. */
    Told<Integer> remove(Instant since, String text) {
        return stored(since).then(mails -> {
            int removed = 0;
            for (StoredMail mail : mails) {
                if (read(mail).text().contains(text)
                        && account.deleteStored(mail).value().isPresent()) {
                    removed++;
                }
            }
            return Told.value(removed);
        });
    }

    private MailObservation since(Instant since) {
        return stored(since)
                .fold(
                        mails -> new MailObservation.Seen(
                                mails.stream().map(StoredMailbox::read).toList()),
                        refused -> new MailObservation.Refused(
                                "Mailgun refuses our key with " + refused.status() + ": " + refused.detail()),
                        unavailable -> new MailObservation.Unreachable(unavailable.detail()));
    }

    private Told<List<StoredMail>> stored(Instant since) {
        return account.stored(domain, address, since);
    }

    private static Mail read(StoredMail mail) {
        return MimeMail.read(mail.mime(), "stored messages", mail.at());
    }
}
