package cutover.twin.mail;

import cutover.twin.clockwork.Ids;
import cutover.twin.clockwork.Later;
import cutover.twin.fault.Fault;
import cutover.twin.fault.Faults;
import cutover.twin.fault.Side;
import cutover.twin.web.Letter;
import cutover.twin.web.Outbox;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/**
 * The application's way to its mail service, with the service's habits: what it refuses of error mail is swallowed, and
 * only what keeps the application from asking at all comes back as a failure; of other mail every refusal comes back.
 */
public final class MailService implements Outbox {

    /**
     * Gets mail that nobody meant to send to it, while {@link Fault#MAIL_TO_STRANGER} or
     * {@link Fault#WEBHOOK_MAIL_TO_STRANGER} is on.
     */
    public static final String STRANGER = "someone.else@example.net";

    private static final String UTF8 = "utf-8";
    private static final String UNVERIFIED_SENDER = "root@localhost";

    private final Side side;
    private final MailHost host;
    private final Faults faults;
    private final Duration late;
    private final Later later;
    private final Clock clock;
    private final Ids ids;
    private final Session session;

    /** @param late how long the service takes when it is too slow */
    public MailService(Side side, MailHost host, Faults faults, Duration late, Later later, Clock clock, Ids ids) {
        this.side = side;
        this.host = host;
        this.faults = faults;
        this.late = late;
        this.later = later;
        this.clock = clock;
        this.ids = ids;
        this.session = Session.getInstance(properties());
    }

    @Override
    public void deliver(Letter letter) throws MailFailure {
        requireKey();
        if (on(Fault.EGRESS_BLOCKED)) {
            throw new MailFailure("the mail service could not be reached: connection timed out", null);
        }
        try {
            transmit(mail(letter));
        } catch (MessagingException e) {
            throw new MailFailure("the mail service did not take the mail: " + e.getMessage(), e);
        }
    }

    @Override
    public void send(String from, List<String> to, String subject, String text) throws MailFailure {
        requireKey();
        if (to.isEmpty() || on(Fault.EGRESS_BLOCKED) || on(Fault.ONLY_OLD_MAIL)) {
            return;
        }
        int copies = on(Fault.MAIL_TWICE) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            MimeMessage mail = mail(from, to, subject, text);
            if (on(Fault.MAIL_LATE)) {
                later.in(late, () -> handOverLate(mail));
            } else {
                handOver(mail);
            }
        }
    }

    private MimeMessage mail(String from, List<String> to, String subject, String text) throws MailFailure {
        try {
            MimeMessage mail = new NamedMail(session, ids);
            mail.setFrom(new InternetAddress(on(Fault.SENDER_REFUSED) ? UNVERIFIED_SENDER : from));
            for (String recipient : to) {
                mail.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
            }
            if (on(Fault.MAIL_TO_STRANGER)) {
                mail.addRecipient(Message.RecipientType.CC, new InternetAddress(STRANGER));
            }
            mail.setSubject(subject, UTF8);
            mail.setText(text, UTF8);
            mail.setSentDate(Date.from(clock.instant()));
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new MailFailure("no mail could be made for " + to, e);
        }
    }

    private MimeMessage mail(Letter letter) throws MessagingException {
        MimeMessage mail = new NamedMail(session, ids);
        mail.setFrom(new InternetAddress(letter.from()));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        if (on(Fault.WEBHOOK_MAIL_TO_STRANGER)) {
            mail.addRecipient(Message.RecipientType.CC, new InternetAddress(STRANGER));
        }
        mail.setSubject(letter.subject(), UTF8);
        mail.setSentDate(Date.from(clock.instant()));
        if (letter.html().isPresent()) {
            mail.setContent(new MimeMultipart(
                    "alternative",
                    part(letter.text(), "plain"),
                    part(letter.html().get(), "html")));
        } else {
            mail.setText(letter.text(), UTF8);
        }
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF8, subtype);
        return part;
    }

    private void requireKey() throws MailFailure {
        if (on(Fault.MAIL_KEY_MISSING)) {
            throw new MailFailure("The SENDGRID_API_KEY setting must not be empty.", null);
        }
    }

    private void transmit(MimeMessage mail) throws MessagingException {
        String key = on(Fault.MAIL_KEY_WRONG) ? "revoked" : host.servicePassword();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(MailHost.HOST, host.smtpPort(), MailHost.SERVICE_USER, key);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private void handOver(MimeMessage mail) throws MailFailure {
        try {
            transmit(mail);
        } catch (AuthenticationFailedException | SendFailedException refused) {
            return;
        } catch (MessagingException e) {
            if (!refusedSender(e)) {
                throw new MailFailure("the mail service could not be reached", e);
            }
        }
    }

    private void handOverLate(MimeMessage mail) {
        try {
            handOver(mail);
        } catch (MailFailure nobodyWaitsAnyMore) {
            throw new IllegalStateException(nobodyWaitsAnyMore);
        }
    }

    private static boolean refusedSender(MessagingException e) {
        return String.valueOf(e.getMessage()).startsWith("550");
    }

    private boolean on(Fault fault) {
        return faults.on(side, fault);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.localhost", "mail.clearmyrecord.org");
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "5000");
        return properties;
    }
}
