package cutover.probe.mail;

import cutover.patience.FanOut;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One connection to the server; folders are opened read-only and messages are peeked at. */
final class ImapSession {

    private static final int ONE_FETCH = 1 << 20;

    private final MailboxSettings settings;
    private final MailMemory memory;
    private final IMAPStore store;
    private final List<IMAPFolder> folders = new ArrayList<>();
    private final Lifeline lifeline = new Lifeline();
    private boolean looked;

    ImapSession(MailboxSettings settings, MailMemory memory) throws MessagingException {
        this.settings = settings;
        this.memory = memory;
        Session session = Session.getInstance(properties());
        this.store = (IMAPStore) session.getStore("imap");
    }

    void demandOpen() throws MessagingException {
        if (!store.isConnected()) {
            folders.clear();
            store.connect(
                    settings.host(),
                    settings.port(),
                    settings.user(),
                    settings.password().get());
        }
        if (folders.isEmpty()) {
            for (String name : settings.folders()) {
                folders.add((IMAPFolder) store.getFolder(name));
            }
        }
        for (IMAPFolder folder : folders) {
            if (!folder.isOpen()) {
                folder.open(Folder.READ_ONLY);
            }
        }
    }

    boolean idles() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    boolean looked() {
        return looked;
    }

    MailObservation read(Instant since, Predicate<Mail> wanted) throws MessagingException {
        List<Mail> mails = new ArrayList<>();
        boolean cut = false;
        for (IMAPFolder folder : folders) {
            FolderLook look = new FolderLook(folder, memory, since.truncatedTo(ChronoUnit.SECONDS));
            look.mails().stream().filter(wanted).forEach(mails::add);
            cut |= look.cut();
        }
        looked = true;
        mails.sort(Comparator.comparing(Mail::received));
        return new MailObservation.Seen(mails, cut);
    }

    /** Returns when something happened in the first folder, or after that time. */
    void listen(Duration atMost) throws MessagingException {
        IMAPFolder folder = folders.get(0);
        String trouble = new FanOut(1, atMost)
                .each(List.of(folder), ImapSession::idle, (one, why) -> "")
                .get(0);
        if (!trouble.isEmpty()) {
            throw new MessagingException(trouble);
        }
        String silent = new FanOut(1, settings.read())
                .each(List.of(folder), ImapSession::wake, (one, why) -> "the server fell silent: " + why)
                .get(0);
        if (!silent.isEmpty()) {
            lifeline.cut();
            throw new MessagingException(silent);
        }
    }

    // any command ends an IDLE that is still under way
    private static String wake(IMAPFolder folder) {
        try {
            folder.getMessageCount();
            return "";
        } catch (MessagingException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String idle(IMAPFolder folder) {
        try {
            folder.idle(true);
            return "";
        } catch (MessagingException e) {
            return String.valueOf(e.getMessage());
        }
    }

    void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            // nothing is lost: the folders were open for reading only
            folders.clear();
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(
                "mail.imap.connectiontimeout", String.valueOf(settings.connect().toMillis()));
        properties.put("mail.imap.timeout", String.valueOf(settings.read().toMillis()));
        properties.put("mail.imap.writetimeout", String.valueOf(settings.read().toMillis()));
        properties.put("mail.imap.peek", "true");
        // the library's own 16 kB make a mail with an attachment a hundred questions
        properties.put("mail.imap.fetchsize", String.valueOf(ONE_FETCH));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.ssl.enable", String.valueOf(settings.tls() == Tls.IMAPS));
        properties.put("mail.imap.starttls.enable", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.put("mail.imap.starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.put("mail.imap.socketFactory", lifeline.plain());
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put("mail.imap.ssl.socketFactory", lifeline.secured(secured()));
        return properties;
    }

    private SSLSocketFactory secured() {
        return settings.trust() == null
                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                : settings.trust().getSocketFactory();
    }
}
