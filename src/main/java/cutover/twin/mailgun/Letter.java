package cutover.twin.mailgun;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A message, as it goes out or comes in.
 *
 * @param headers in their order, unfolded and decoded
 */
record Letter(List<Map.Entry<String, String>> headers, List<String> recipients, byte[] mime) {

    Letter {
        headers = List.copyOf(headers);
        recipients = List.copyOf(recipients);
        mime = mime.clone();
    }

    /** @throws IllegalArgumentException when it has no headers that can be read */
    static Letter parse(byte[] mime, List<String> recipients) {
        try {
            List<Map.Entry<String, String>> headers = new ArrayList<>();
            for (Header header : Collections.list(open(mime).getAllHeaders())) {
                headers.add(Map.entry(header.getName(), decoded(header.getValue())));
            }
            return new Letter(headers, recipients, mime);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("this is no message", e);
        }
    }

    static MimeMessage open(byte[] mime) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
    }

    /** The first header of that name; empty when there is none. */
    String header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Without the angle brackets. */
    String id() {
        return header("Message-Id").replaceAll("[<>]", "");
    }

    /** The bare address of Sender, otherwise of From. */
    String sender() {
        return address(Optional.of(header("Sender"))
                .filter(sender -> !sender.isEmpty())
                .orElseGet(() -> header("From")));
    }

    MailTexts texts() {
        return MailTexts.of(mime);
    }

    /** The first address of a header; empty when there is none. */
    static String address(String header) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(header, false);
            return addresses.length == 0 ? "" : addresses[0].getAddress();
        } catch (AddressException notOne) {
            return "";
        }
    }

    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException unknownCharset) {
            return unfolded;
        }
    }
}
