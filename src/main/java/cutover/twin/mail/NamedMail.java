package cutover.twin.mail;

import cutover.twin.clockwork.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** Names itself, as the library would ask the machine for its host name, which can take seconds. */
final class NamedMail extends MimeMessage {

    private final Ids ids;

    NamedMail(Session session, Ids ids) {
        super(session);
        this.ids = ids;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + ids.uuid() + "@mail.clearmyrecord.org>");
    }
}
