package cutover.twin.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Into which mailbox a mail goes, or to which other mail exchanger. */
final class Delivery implements MessageDeliveryHandler {

    private final UserManager users;
    private final GreenMailUser everybodyElse;
    private final GreenMailUser handedOver;
    private final Set<String> forwarded;
    private final AtomicReference<Inbound> inbound = new AtomicReference<>();
    private final Map<String, MailFolder> spam = new ConcurrentHashMap<>();

    /**
     * @param everybodyElse for receivers without a mailbox
     * @param handedOver keeps what another exchanger was given
     * @param forwarded domains whose mail is another exchanger's, in lower case
     */
    Delivery(UserManager users, GreenMailUser everybodyElse, GreenMailUser handedOver, Set<String> forwarded) {
        this.users = users;
        this.everybodyElse = everybodyElse;
        this.handedOver = handedOver;
        this.forwarded = forwarded;
    }

    void inbound(Inbound hook) {
        if (!inbound.compareAndSet(null, hook)) {
            throw new IllegalStateException("the mail host has its other exchanger already");
        }
    }

    /** Lays mail to that address into the folder from now on; null for its inbox. */
    void spam(String recipient, MailFolder folder) {
        if (folder == null) {
            spam.remove(recipient);
        } else {
            spam.put(recipient, folder);
        }
    }

    @Override
    public GreenMailUser handle(MovingMessage mail, MailAddress to) throws MessagingException {
        String recipient = to.getEmail();
        Optional<Inbound> other = other(recipient);
        if (other.isPresent()) {
            other.get().receive(recipient, bytes(mail));
            return handedOver;
        }
        MailFolder folder = spam.get(recipient);
        if (folder != null) {
            folder.appendMessage(
                    mail.getMessage(), new Flags(), mail.getMessage().getSentDate());
            return handedOver;
        }
        return Optional.ofNullable(users.getUserByEmail(recipient)).orElse(everybodyElse);
    }

    private Optional<Inbound> other(String recipient) {
        String domain = recipient.substring(recipient.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return forwarded.contains(domain)
                ? Optional.ofNullable(inbound.get()).filter(hook -> hook.takes(recipient))
                : Optional.empty();
    }

    private static byte[] bytes(MovingMessage mail) throws MessagingException {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            mail.getMessage().writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a mail could not be written down", e);
        }
    }
}
