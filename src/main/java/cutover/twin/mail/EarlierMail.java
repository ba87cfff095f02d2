package cutover.twin.mail;

import cutover.twin.clockwork.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** An error mail that somebody provoked an hour ago: right in all but its time and the mark of its run. */
public final class EarlierMail {

    private static final Duration AGE = Duration.ofHours(1);

    private final MailHost host;
    private final Clock clock;
    private final Ids ids;

    public EarlierMail(MailHost host, Clock clock, Ids ids) {
        this.host = host;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Lays it into the mailbox of the alerts.
     *
     * @param site host name of the site that sent it
     */
    public void leave(String site) {
        Instant sent = clock.instant().minus(AGE);
        String line = "Internal Server Error: /health/error";
        try {
            MimeMessage mail = new NamedMail(Session.getInstance(new Properties()), ids);
            mail.setFrom(new InternetAddress("errors@clearmyrecord.org"));
            mail.setRecipients(MimeMessage.RecipientType.TO, MailHost.ALERTS);
            mail.setSubject("[Django] ERROR (EXTERNAL IP): " + line);
            mail.setSentDate(Date.from(sent));
            mail.setText(String.join(
                    "\n",
                    line,
                    "",
                    "Exception at /health/error",
                    "This is a Test",
                    "",
                    "Request Method: GET",
                    "Request URL: https://" + site + "/health/error?run=" + ids.hex(12),
                    ""));
            mail.saveChanges();
            host.lay(mail, sent);
        } catch (MessagingException e) {
            throw new IllegalStateException("no mail of an earlier run could be left", e);
        }
    }
}
