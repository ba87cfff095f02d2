package cutover.probe.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** An IMAP server with one account on loopback. */
final class PostOffice implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final GreenMailUser user;

    PostOffice() {
        server.start();
        user = server.setUser("alerts@example.org", "alerts", "pass word");
    }

    GreenMail server() {
        return server;
    }

    GreenMailUser user() {
        return user;
    }

    int port() {
        return server.getImap().getPort();
    }

    void deliver(String raw) {
        try {
            user.deliver(message(raw));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a mail into another folder, as a filter of the server does. */
    void file(String folder, String raw) {
        try {
            MailFolder made = server.getManagers().getImapHostManager().createMailbox(user, folder);
            made.appendMessage(message(raw), new Flags(), new Date());
        } catch (MessagingException | FolderException | com.icegreen.greenmail.imap.AuthorizationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes a folder with all that lies in it. */
    void remove(String folder) {
        try {
            server.getManagers().getImapHostManager().deleteMailbox(user, folder);
        } catch (FolderException | com.icegreen.greenmail.imap.AuthorizationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage message(String raw) throws MessagingException {
        byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    static MailboxSettings settings(int port, Tls tls, SSLContext trust, String password, String... folders) {
        return new MailboxSettings(
                "localhost",
                port,
                tls,
                trust,
                "alerts",
                () -> password,
                List.of(folders),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
    }

    ImapMailbox mailbox(String password, String... folders) {
        return new ImapMailbox(settings(port(), Tls.NONE, null, password, folders));
    }

    static List<Mail> mails(MailObservation seen) {
        return seen.fold(
                one -> one.mails(),
                refused -> {
                    throw new AssertionError(refused);
                },
                unreachable -> {
                    throw new AssertionError(unreachable);
                });
    }

    @Override
    public void close() {
        server.stop();
    }
}
