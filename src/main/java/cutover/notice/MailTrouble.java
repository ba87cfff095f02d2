package cutover.notice;

import cutover.environment.Notification;
import cutover.patience.Durations;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What an SMTP server, or the way to it, has against a mail. */
final class MailTrouble {

    private static final String LATE =
            "look whether the mail has arrived; if not, tell the team by hand, and look at the server";

    private static final int DEEP = 20;

    private final String channel;
    private final Notification.Mail place;

    MailTrouble(String channel, Notification.Mail place) {
        this.channel = channel;
        this.place = place;
    }

    Delivery of(MessagingException trouble) {
        return chain(trouble, AuthenticationFailedException.class)
                .<Delivery>map(e -> refused(e, "is the user right, and the secret " + secret()))
                .or(() -> chain(trouble, SMTPAddressFailedException.class)
                        .map(e -> refused(e, "is the address right to which the server says no")))
                .or(() -> chain(trouble, SMTPSenderFailedException.class)
                        .map(e -> refused(e, "may " + place.from() + " send there")))
                .or(() -> chain(trouble, SMTPSendFailedException.class)
                        .map(e -> refused(e, "does the server take mail from here")))
                .or(() -> untrusted(trouble))
                .or(() -> chain(trouble, SocketTimeoutException.class).map(e -> late()))
                .orElseGet(() -> lost(said(trouble), "is " + server() + " right, and may this machine reach it"));
    }

    /** The library gives up at the same moment as who waits for it, and calls it a connection that could not be had. */
    Delivery late() {
        return lost(server() + " has not taken the mail within " + Durations.told(place.within()));
    }

    /** It was sent, or not, and nobody can say. */
    Delivery lost(String why) {
        return new Delivery.Lost(channel, why, LATE);
    }

    private Optional<Delivery> untrusted(MessagingException trouble) {
        boolean certificate = links(trouble)
                .anyMatch(link -> link instanceof CertPathBuilderException
                        || link instanceof CertPathValidatorException
                        || link instanceof CertificateException);
        if (certificate) {
            return Optional.of(lost(
                    "the certificate of " + server() + " is not trusted: " + innermost(trouble),
                    "who answers there? No password was sent"));
        }
        return chain(trouble, SSLException.class)
                .map(e -> lost("no TLS with " + server() + ": " + e.getMessage(), "do port and tls fit together"));
    }

    private Delivery refused(MessagingException said, String question) {
        return new Delivery.Refused(channel, server() + " says " + said(said), question + "?" + after());
    }

    private Delivery lost(String why, String question) {
        return new Delivery.Lost(channel, why, question + "?" + after());
    }

    private static String after() {
        return " Tell the team by hand meanwhile";
    }

    private String server() {
        return place.host() + ":" + place.port();
    }

    private String secret() {
        return place.password().map(password -> password.name()).orElse("of a password");
    }

    private static String said(Throwable trouble) {
        String text = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String innermost(Throwable trouble) {
        return links(trouble)
                .reduce((first, second) -> second)
                .map(MailTrouble::said)
                .orElse("");
    }

    private static <T extends Throwable> Optional<T> chain(Throwable trouble, Class<T> type) {
        return links(trouble).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Causes and, where the library has no cause, its own next ones. */
    private static Stream<Throwable> links(Throwable trouble) {
        return Stream.iterate(trouble, link -> link != null, MailTrouble::next).limit(DEEP);
    }

    private static Throwable next(Throwable link) {
        return link instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : link.getCause();
    }
}
