package cutover.notice;

import cutover.environment.Notification;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.stream.Collectors;

/** A notice as a plain mail. */
final class NoticeMail extends MimeMessage {

    private final String id;

    private NoticeMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    static MimeMessage of(Notice notice, Notification.Mail place, Session session, Instant now)
            throws MessagingException {
        NoticeMail mail = new NoticeMail(session, id(notice, place.from()));
        mail.setFrom(new InternetAddress(place.from(), true));
        for (String recipient : place.to()) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        }
        mail.setSubject(notice.headline().replaceAll("\\s+", " "), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(now));
        // RFC 3834: nobody's holiday answers
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (notice.severity() == Severity.CRITICAL) {
            mail.setHeader("Importance", "high");
        }
        mail.setText(text(notice), StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    /** The library's own would tell the name of this machine. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static String id(Notice notice, String from) {
        return "<cutover." + notice.run() + "."
                + notice.word().toLowerCase(Locale.ROOT).replace(' ', '-') + "@" + from.substring(from.indexOf('@') + 1)
                + ">";
    }

    private static String text(Notice notice) {
        return notice.headline() + "\n\n" + notice.first() + "\n"
                + notice.toDo().stream()
                        .map(action -> "\nTo do: " + action + "\n")
                        .collect(Collectors.joining())
                + notice.links().stream()
                        .map(link -> "\n" + link.title() + ": " + link.target() + "\n")
                        .collect(Collectors.joining())
                + "\nRun " + notice.run() + "\n";
    }
}
