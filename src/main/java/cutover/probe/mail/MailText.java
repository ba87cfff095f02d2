package cutover.probe.mail;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
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

    private MailText() {}

    /**
     * Of a message that was fetched whole.
     *
     * @throws MessagingException when the connection did not yield the message
     */
    static Mail fetched(String folder, IMAPMessage message) throws MessagingException {
        try (ByteArrayOutputStream raw = new ByteArrayOutputStream()) {
            message.writeTo(raw);
            return read(folder, message.getReceivedDate().toInstant(), raw.toByteArray());
        } catch (IOException e) {
            throw new MessagingException("the message could not be read to its end", e);
        }
    }

    /** @throws MessagingException when the connection did not yield the message */
    static Mail read(String folder, IMAPMessage message) throws MessagingException {
        try (InputStream in = message.getMimeStream()) {
            // one byte more, to know that there is more
            return read(folder, message.getReceivedDate().toInstant(), in.readNBytes(MOST + 1));
        } catch (IOException e) {
            throw new MessagingException("the message could not be read to its end", e);
        }
    }

    static Mail read(String folder, Instant received, byte[] raw) {
        boolean cut = raw.length > MOST;
        MimeMessage message = parsed(new ByteArrayInputStream(raw, 0, Math.min(MOST, raw.length)));
        MailParts parts = MailParts.of(message);
        return new Mail(
                folder,
                first(message, "Message-ID"),
                addresses(message, "From").stream().findFirst().orElse(""),
                addresses(message, "To"),
                addresses(message, "Cc"),
                decoded(first(message, "Subject")),
                received,
                sent(message),
                headers(message),
                parts.plain(),
                parts.html(),
                cut);
    }

    private static MimeMessage parsed(InputStream raw) {
        try {
            // a session would only add settings, and looking for providers each time
            return new MimeMessage((Session) null, raw);
        } catch (MessagingException e) {
            // only a stream that fails makes it throw, and this one is memory
            throw new IllegalStateException(e);
        }
    }

    private static String first(MimeMessage message, String header) {
        String[] lines = lines(message, header);
        return lines.length == 0 ? "" : MimeUtility.unfold(lines[0]).strip();
    }

    private static String[] lines(MimeMessage message, String header) {
        try {
            String[] lines = message.getHeader(header);
            return lines == null ? new String[0] : lines;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> sent(MimeMessage message) {
        try {
            return Optional.ofNullable(message.getSentDate()).map(Date::toInstant);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private static List<String> addresses(MimeMessage message, String header) {
        List<String> addresses = new ArrayList<>();
        for (String line : lines(message, header)) {
            addresses.addAll(addresses(line));
        }
        return addresses;
    }

    private static List<String> addresses(String line) {
        try {
            List<String> addresses = new ArrayList<>();
            for (Address address : InternetAddress.parseHeader(line, false)) {
                addresses.add(((InternetAddress) address).getAddress());
            }
            return addresses;
        } catch (MessagingException e) {
            return List.of(decoded(line));
        }
    }

    private static List<Map.Entry<String, String>> headers(MimeMessage message) {
        try {
            List<Map.Entry<String, String>> headers = new ArrayList<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.add(Map.entry(header.getName(), decoded(String.valueOf(header.getValue()))));
            }
            return headers;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value).strip();
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }
}
