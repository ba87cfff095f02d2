package cutover.twin.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import cutover.twin.clockwork.Ids;
import cutover.twin.tls.Identity;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SMTP, IMAP and IMAP below TLS on free loopback ports, with a mailbox for the alerts, one for voicemail and one for all
 * other recipients.
 */
public final class MailHost implements AutoCloseable {

    public static final String HOST = "127.0.0.1";
    public static final String ALERTS = "clearmyrecord-alerts@codeforamerica.org";

    /** Gets the mails about recordings; a folder {@link #JUNK} stands beside its inbox. */
    public static final String VOICEMAIL = "clearmyrecord-voicemail@codeforamerica.org";

    public static final String JUNK = "Junk";

    /** Domains whose mail goes to the {@link Inbound}, once there is one. */
    public static final Set<String> FORWARDED = Set.of("clearmyrecord.org", "eu.clearmyrecord.org");

    static final String SERVICE_USER = "apikey";

    private static final String CATCH_ALL = "everybody-else@example.invalid";

    private final GreenMail server;
    private final SecureImap secureImap;
    private final GreenMailUser alerts;
    private final GreenMailUser voicemail;
    private final GreenMailUser everybodyElse;
    private final Delivery delivery;
    private final String alertsPassword;
    private final String voicemailPassword;
    private final String servicePassword;

    /**
     * Starts the servers.
     *
     * @param identity what the IMAP server shows below TLS; must hold for {@link #HOST}
     */
    public MailHost(Ids ids, Identity identity) {
        server = new RuledServer(setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP));
        server.start();
        secureImap = SecureImap.started(setup(ServerSetup.PROTOCOL_IMAPS), server.getManagers(), identity.sockets());
        alertsPassword = ids.password();
        voicemailPassword = ids.password();
        servicePassword = ids.password();
        alerts = server.setUser(ALERTS, ALERTS, alertsPassword);
        voicemail = server.setUser(VOICEMAIL, VOICEMAIL, voicemailPassword);
        everybodyElse = server.setUser(CATCH_ALL, CATCH_ALL, ids.password());
        GreenMailUser handedOver = server.setUser("handed-over@example.invalid", "handed-over", ids.password());
        server.setUser("service@example.invalid", SERVICE_USER, servicePassword);
        addFolder(voicemail, JUNK);
        delivery = new Delivery(server.getUserManager(), everybodyElse, handedOver, FORWARDED);
        server.getUserManager().setMessageDeliveryHandler(delivery);
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** Of the IMAP server below TLS (RFC 8314 section 3.2). */
    public int imapsPort() {
        return secureImap.getPort();
    }

    /** With which the owner of {@link #ALERTS} signs in; the user name is the address. */
    public String alertsPassword() {
        return alertsPassword;
    }

    /** With which the owner of {@link #VOICEMAIL} signs in; the user name is the address. */
    public String voicemailPassword() {
        return voicemailPassword;
    }

    /**
     * Hands mail to {@link #FORWARDED} over from now on.
     *
     * @throws IllegalStateException when there is an exchanger already
     */
    public void inbound(Inbound hook) {
        delivery.inbound(hook);
    }

    /** Mail to the alerts, oldest first. */
    public List<MimeMessage> toAlerts() {
        return inbox(alerts);
    }

    /** Mail to the voicemail address, oldest first; without what is in its {@link #JUNK}. */
    public List<MimeMessage> toVoicemail() {
        return inbox(voicemail);
    }

    /** Mail to all addresses that have no mailbox here, oldest first. */
    public List<MimeMessage> toEverybodyElse() {
        return inbox(everybodyElse);
    }

    /** Whether the owner of the alerts' mailbox can sign in. */
    public void signIn(boolean accepted) {
        alerts.setPassword(accepted ? alertsPassword : alertsPassword + "-changed");
    }

    /** Whether the owner of the voicemail mailbox can sign in. */
    public void voicemailSignIn(boolean accepted) {
        voicemail.setPassword(accepted ? voicemailPassword : voicemailPassword + "-changed");
    }

    /** Whether mail to the voicemail address is taken for spam. */
    public void voicemailIsSpam(boolean spam) {
        delivery.spam(VOICEMAIL, spam ? folder(voicemail, JUNK) : null);
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
        secureImap.stopService();
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

    private void addFolder(GreenMailUser user, String name) {
        try {
            server.getManagers().getImapHostManager().createMailbox(user, name);
        } catch (AuthorizationException | FolderException e) {
            throw new IllegalStateException("no folder " + name + " of " + user.getEmail(), e);
        }
    }

    private MailFolder folder(GreenMailUser user, String name) {
        return server.getManagers().getImapHostManager().getFolder(user, name);
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
