package cutover.twin.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import cutover.twin.clockwork.Ids;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** SMTP and IMAP on free loopback ports, with a mailbox for the alerts and one for all other recipients. */
public final class MailHost implements AutoCloseable {

    public static final String HOST = "127.0.0.1";
    public static final String ALERTS = "clearmyrecord-alerts@codeforamerica.org";

    static final String SERVICE_USER = "apikey";

    private static final String CATCH_ALL = "everybody-else@example.invalid";

    private final GreenMail server;
    private final GreenMailUser alerts;
    private final GreenMailUser everybodyElse;
    private final String alertsPassword;
    private final String servicePassword;

    /** Starts both servers. */
    public MailHost(Ids ids) {
        server = new RuledServer(setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP));
        server.start();
        alertsPassword = ids.password();
        servicePassword = ids.password();
        alerts = server.setUser(ALERTS, ALERTS, alertsPassword);
        everybodyElse = server.setUser(CATCH_ALL, CATCH_ALL, ids.password());
        server.setUser("service@example.invalid", SERVICE_USER, servicePassword);
        UserManager users = server.getUserManager();
        users.setMessageDeliveryHandler((message, recipient) -> {
            GreenMailUser known = users.getUserByEmail(recipient.getEmail());
            return known == null ? everybodyElse : known;
        });
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** With which the owner of {@link #ALERTS} signs in; the user name is the address. */
    public String alertsPassword() {
        return alertsPassword;
    }

    /** Mail to the alerts, oldest first. */
    public List<MimeMessage> toAlerts() {
        return inbox(alerts);
    }

    /** Mail to all addresses that have no mailbox here, oldest first. */
    public List<MimeMessage> toEverybodyElse() {
        return inbox(everybodyElse);
    }

    /** Whether the owner of the alerts' mailbox can sign in. */
    public void signIn(boolean accepted) {
        alerts.setPassword(accepted ? alertsPassword : alertsPassword + "-changed");
    }

    /** Empties all mailboxes. */
    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("the mailboxes could not be emptied", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    String servicePassword() {
        return servicePassword;
    }

    /** Lays a mail into the alerts' mailbox as if it had arrived at that time. */
    void lay(MimeMessage mail, Instant arrived) {
        try {
            server.getManagers()
                    .getImapHostManager()
                    .getInbox(alerts)
                    .appendMessage(mail, new Flags(), Date.from(arrived));
        } catch (FolderException e) {
            throw new IllegalStateException("no inbox of " + ALERTS, e);
        }
    }

    private List<MimeMessage> inbox(GreenMailUser user) {
        try {
            MailFolder folder = server.getManagers().getImapHostManager().getInbox(user);
            return folder.getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException("no inbox of " + user.getEmail(), e);
        }
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, HOST, protocol);
    }

    private static final class RuledServer extends GreenMail {

        RuledServer(ServerSetup... setups) {
            super(setups);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers standard) {
            managers = new SenderRules.Parts();
            return super.createServices(setups, managers);
        }
    }
}
