package cutover.probe.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Turns a message into a {@link Mail}, as far as it can be read; odd mail is read as plain as it comes. */
final class MailText {

    private static final int MOST = 4 << 20;

    private final Session session;

    MailText(Session session) {
        this.session = session;
    }

    Mail read(String folder, IMAPMessage message) throws MessagingException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        boolean cut = bounded(message, raw);
        MimeMessage parsed = new MimeMessage(session, new ByteArrayInputStream(raw.toByteArray()));
        Texts texts = new Texts();
        texts.collect(parsed, 0);
        return new Mail(
                folder,
                Optional.ofNullable(parsed.getMessageID()).orElse(""),
                addresses(parsed, "From").stream().findFirst().orElse(""),
                addresses(parsed, "To"),
                addresses(parsed, "Cc"),
                decoded(Optional.ofNullable(parsed.getHeader("Subject", null)).orElse("")),
                message.getReceivedDate().toInstant(),
                Optional.ofNullable(parsed.getSentDate()).map(Date::toInstant),
                headers(parsed),
                texts.plain.toString(),
                texts.html.toString(),
                cut);
    }

    private static boolean bounded(IMAPMessage message, ByteArrayOutputStream out) throws MessagingException {
        try (InputStream in = message.getMimeStream()) {
            byte[] buffer = new byte[16_384];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int room = Math.min(n, MOST - out.size());
                out.write(buffer, 0, room);
                if (room < n) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new MessagingException("the message could not be read to its end", e);
        }
    }

    private static List<String> addresses(Message message, String header) throws MessagingException {
        String[] lines = message.getHeader(header);
        List<String> addresses = new ArrayList<>();
        for (String line : lines == null ? new String[0] : lines) {
            for (Address address : InternetAddress.parseHeader(line, false)) {
                addresses.add(((InternetAddress) address).getAddress());
            }
        }
        return addresses;
    }

    private static List<Map.Entry<String, String>> headers(MimeMessage message) throws MessagingException {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.add(Map.entry(header.getName(), decoded(String.valueOf(header.getValue()))));
        }
        return headers;
    }

    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value).strip();
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    /** Gathers the texts of nested parts. */
    private static final class Texts {

        private static final int DEEP = 12;

        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();

        void collect(Part part, int depth) throws MessagingException {
            try {
                if (part.isMimeType("multipart/*") && depth < DEEP) {
                    parts((Multipart) part.getContent(), depth);
                } else if (part.isMimeType("text/html")) {
                    html.append(text(part));
                } else if (part.isMimeType("text/*") && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                    plain.append(text(part));
                }
            } catch (IOException | ClassCastException e) {
                plain.append("(a part could not be read: ")
                        .append(e.getMessage())
                        .append(")\n");
            }
        }

        private void parts(Multipart parts, int depth) throws MessagingException {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                collect(part, depth + 1);
            }
        }

        private static String text(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return new String(in.readAllBytes(), charset(part));
            }
        }

        private static Charset charset(Part part) throws MessagingException {
            try {
                String name = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
                return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
            } catch (IllegalArgumentException | jakarta.mail.internet.ParseException e) {
                return StandardCharsets.UTF_8;
            }
        }
    }
}
