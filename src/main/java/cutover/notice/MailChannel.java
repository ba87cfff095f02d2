package cutover.notice;

import cutover.environment.Notification;
import cutover.patience.FanOut;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** Mail over SMTP, below TLS. */
final class MailChannel implements Channel {

    private final String name;
    private final Notification.Mail place;
    private final Optional<SSLContext> trust;
    private final Clock clock;

    /** @param trust empty for the JDK's own */
    MailChannel(String name, Notification.Mail place, Optional<SSLContext> trust, Clock clock) {
        this.name = name;
        this.place = place;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    /** The library's times hold for single reads only, so that a server that dawdles could stretch them for ever. */
    @Override
    public Delivery send(Notice notice) {
        return new FanOut(1, place.within())
                .each(List.of(notice), this::sent, (unsent, why) -> unsent(why))
                .get(0);
    }

    private Delivery sent(Notice notice) {
        try {
            Session session = Session.getInstance(properties());
            MimeMessage mail = NoticeMail.of(notice, place, session, clock.instant());
            try (Transport transport = session.getTransport(protocol())) {
                transport.connect(
                        place.host(),
                        place.port(),
                        place.user().orElse(null),
                        place.password().map(password -> password.reveal()).orElse(null));
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return new Delivery.Accepted(name, "");
        } catch (MessagingException e) {
            return new MailTrouble(name, place).of(e);
        }
    }

    private Delivery unsent(String why) {
        MailTrouble trouble = new MailTrouble(name, place);
        return why.startsWith("no answer within") ? trouble.late() : trouble.lost(why);
    }

    private String protocol() {
        return place.tls() == Notification.Tls.SMTPS ? "smtps" : "smtp";
    }

    private Properties properties() {
        Properties properties = new Properties();
        String head = "mail." + protocol() + ".";
        String millis = Long.toString(Math.max(1, limit().toMillis()));
        properties.setProperty(head + "connectiontimeout", millis);
        properties.setProperty(head + "timeout", millis);
        properties.setProperty(head + "writetimeout", millis);
        properties.setProperty(head + "auth", Boolean.toString(place.user().isPresent()));
        properties.setProperty(head + "ssl.checkserveridentity", "true");
        boolean startTls = place.tls() == Notification.Tls.STARTTLS;
        properties.setProperty(head + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(head + "starttls.required", Boolean.toString(startTls));
        trust.ifPresent(context -> properties.put(head + "ssl.socketFactory", context.getSocketFactory()));
        return properties;
    }

    private Duration limit() {
        return place.within();
    }
}
