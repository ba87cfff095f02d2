package cutover.twin.mailgun;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/**
 * The two texts of a message.
 *
 * @param plain empty when there is none
 * @param html empty when there is none
 */
record MailTexts(String plain, String html) {

    /** @throws IllegalArgumentException when the message can't be read */
    static MailTexts of(byte[] mime) {
        try {
            return in(Letter.open(mime));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("this message can't be read", e);
        }
    }

    private static MailTexts in(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return new MailTexts(part.getContent().toString(), "");
        }
        if (part.isMimeType("text/html")) {
            return new MailTexts("", part.getContent().toString());
        }
        MailTexts found = new MailTexts("", "");
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                found = found.or(in(parts.getBodyPart(i)));
            }
        }
        return found;
    }

    private MailTexts or(MailTexts other) {
        return new MailTexts(plain.isEmpty() ? other.plain : plain, html.isEmpty() ? other.html : html);
    }
}
