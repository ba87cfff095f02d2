package cutover.twin.mailgun;

import cutover.twin.clockwork.Ids;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Makes a message of the fields of a form. */
final class Composer {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss +0000", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String HEADER = "h:";

    private final Clock clock;
    private final Ids ids;

    private static final class Named extends MimeMessage {

        Named(String id) throws MessagingException {
            super(Session.getInstance(new Properties()));
            setHeader("Message-Id", id);
        }

        @Override
        protected void updateMessageID() {
            // stays as the vendor gave it
        }
    }

    Composer(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** @throws IllegalArgumentException with the vendor's words when fields are missing or make no message */
    Letter letter(Domain domain, Form form) {
        InternetAddress from = addresses(form, "from").get(0);
        form.need("to");
        if (!form.all("attachment").isEmpty() || !form.all("inline").isEmpty()) {
            throw new IllegalArgumentException("attachments are not supported here");
        }
        if (Stream.of("text", "html").allMatch(name -> form.all(name).isEmpty())) {
            throw new IllegalArgumentException("Need at least one of 'text' or 'html' parameters specified");
        }
        try {
            MimeMessage mail =
                    new Named("<" + STAMP.format(clock.instant()) + "." + ids.hex(16) + "@" + domain.name() + ">");
            address(mail, from, form);
            mail.setSubject(form.first("subject").orElse(""), "utf-8");
            mail.setHeader("Date", DATE.format(clock.instant()));
            content(mail, form);
            for (Map.Entry<String, String> field : form.fields()) {
                if (field.getKey().startsWith(HEADER)) {
                    mail.setHeader(field.getKey().substring(HEADER.length()), field.getValue());
                }
            }
            mail.saveChanges();
            return Letter.parse(bytes(mail), recipients(form));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("no message can be made of these parameters", e);
        }
    }

    private void address(MimeMessage mail, InternetAddress from, Form form) throws MessagingException {
        mail.setFrom(from);
        mail.setHeader("Sender", from.getAddress());
        mail.setRecipients(Message.RecipientType.TO, addresses(form, "to").toArray(new InternetAddress[0]));
        if (!form.all("cc").isEmpty()) {
            mail.setRecipients(Message.RecipientType.CC, addresses(form, "cc").toArray(new InternetAddress[0]));
        }
        String sid = "[\"" + ids.hex(5) + "\", \"" + recipients(form).get(0) + "\", \"" + ids.hex(6) + "\"]";
        mail.setHeader("X-Mailgun-Sid", Base64.getEncoder().encodeToString(sid.getBytes(StandardCharsets.UTF_8)));
    }

    private static void content(MimeMessage mail, Form form) throws MessagingException {
        String html = form.first("html").orElse("");
        String text = form.first("text").orElse("");
        if (html.isEmpty()) {
            mail.setText(text, "utf-8");
        } else if (text.isEmpty()) {
            mail.setText(html, "utf-8", "html");
        } else {
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText(text, "utf-8");
            MimeBodyPart marked = new MimeBodyPart();
            marked.setText(html, "utf-8", "html");
            mail.setContent(new MimeMultipart("alternative", plain, marked));
        }
    }

    private static List<String> recipients(Form form) {
        return Stream.of("to", "cc", "bcc")
                .filter(name -> !form.all(name).isEmpty())
                .flatMap(name -> addresses(form, name).stream())
                .map(InternetAddress::getAddress)
                .distinct()
                .toList();
    }

    private static List<InternetAddress> addresses(Form form, String name) {
        form.need(name);
        try {
            List<InternetAddress> addresses =
                    Arrays.asList(InternetAddress.parse(String.join(", ", form.all(name)), true));
            if (!addresses.isEmpty()
                    && addresses.stream().allMatch(a -> a.getAddress().contains("@"))) {
                return addresses;
            }
        } catch (AddressException e) {
            throw new IllegalArgumentException(notValid(name), e);
        }
        throw new IllegalArgumentException(notValid(name));
    }

    private static String notValid(String name) {
        return "'" + name + "' parameter is not a valid address. please check documentation";
    }

    private static byte[] bytes(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toByteArray();
    }
}
