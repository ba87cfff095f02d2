package cutover.probe.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Gathers the texts of nested parts; what can't be decoded is kept as it stands. */
final class MailParts {

    private static final int DEEP = 12;

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    private MailParts() {}

    static MailParts of(MimeMessage message) {
        MailParts parts = new MailParts();
        parts.collect(message, 0);
        return parts;
    }

    String plain() {
        return plain.toString();
    }

    String html() {
        return html.toString();
    }

    private void collect(Part part, int depth) {
        Optional<Multipart> several = depth < DEEP ? several(part) : Optional.empty();
        if (several.isPresent()) {
            each(several.get(), depth);
        } else if (is(part, "text/html")) {
            html.append(text(part));
        } else if ((is(part, "text/*") || is(part, "multipart/*")) && !isAttached(part)) {
            plain.append(text(part));
        }
    }

    private void each(Multipart parts, int depth) {
        try {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), depth + 1);
            }
        } catch (MessagingException e) {
            plain.append("(a part could not be read: ").append(e.getMessage()).append(")\n");
        }
    }

    /** The parts within; empty for a single part, and for several that can't be told apart. */
    private static Optional<Multipart> several(Part part) {
        try {
            if (is(part, "multipart/*") && part.getContent() instanceof Multipart parts && parts.getCount() > 0) {
                return Optional.of(parts);
            }
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            return false;
        }
    }

    private static boolean isAttached(Part part) {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (MessagingException e) {
            return false;
        }
    }

    private static String text(Part part) {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset(part));
        } catch (IOException | MessagingException e) {
            return "(a part could not be decoded: " + e.getMessage() + ")\n" + raw(part);
        }
    }

    private static String raw(Part part) {
        try (InputStream in = part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return new String(in.readAllBytes(), charset(part));
        } catch (IOException | MessagingException e) {
            return "";
        }
    }

    private static Charset charset(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException | MessagingException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
