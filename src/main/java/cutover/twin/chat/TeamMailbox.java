package cutover.twin.chat;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import cutover.twin.clockwork.Ids;
import cutover.twin.tls.Identity;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLServerSocketFactory;

/** The team's mailbox, at an SMTP server below TLS (RFC 8314 section 3.3) on a free loopback port. */
public final class TeamMailbox implements AutoCloseable {

    public static final String HOST = "127.0.0.1";
    public static final String TEAM = "launch-team@codeforamerica.example";

    private final Parts parts = new Parts();
    private final SecureSmtp server;
    private final GreenMailUser team;
    private final String password;

    /** @param identity what the server shows; must hold for {@link #HOST} */
    public TeamMailbox(Ids ids, Identity identity) {
        password = ids.password();
        try {
            team = parts.getUserManager().createUser(TEAM, TEAM, password);
        } catch (UserException e) {
            throw new IllegalStateException("no mailbox of " + TEAM, e);
        }
        server = new SecureSmtp(parts, identity.sockets());
        server.startService();
        awaitStart();
    }

    public int port() {
        return server.getPort();
    }

    /** With which the suite signs in; the user name is {@link #TEAM}. */
    public String password() {
        return password;
    }

    /** Whether mail is taken. */
    public void takes(boolean mail) {
        parts.rules.open = mail;
    }

    /** Oldest first. */
    public List<MimeMessage> inbox() {
        try {
            return parts.getImapHostManager().getInbox(team).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException("no inbox of " + TEAM, e);
        }
    }

    /** Empties the mailbox. */
    public void clear() {
        try {
            parts.getImapHostManager().getInbox(team).deleteAllMessages();
        } catch (FolderException e) {
            throw new IllegalStateException("the mailbox could not be emptied", e);
        }
    }

    @Override
    public void close() {
        server.stopService();
    }

    private void awaitStart() {
        try {
            if (!server.waitTillRunning(ServerSetup.SERVER_STARTUP_TIMEOUT) || !server.isRunning()) {
                throw new IllegalStateException("the SMTP server below TLS did not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the SMTP server below TLS did not start", e);
        }
    }

    /** The library's own server below TLS only knows a certificate from a system property. */
    private static final class SecureSmtp extends SmtpServer {

        private static final int BACKLOG = 50;

        private final SSLServerSocketFactory sockets;

        SecureSmtp(Managers managers, SSLServerSocketFactory sockets) {
            super(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), managers);
            this.sockets = sockets;
        }

        @Override
        protected ServerSocket openServerSocket() throws IOException {
            ServerSocket socket = sockets.createServerSocket(setup.getPort(), BACKLOG, bindTo);
            setup = setup.port(socket.getLocalPort());
            return socket;
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new Conversation(super.createProtocolHandler(client));
        }
    }

    /** Ends quietly when the client hangs up first, which below TLS shows as a failure to write. */
    private record Conversation(ProtocolHandler handler) implements ProtocolHandler {

        @Override
        public void run() {
            try {
                handler.run();
            } catch (IllegalStateException failure) {
                if (!(failure.getCause() instanceof IOException)) {
                    throw failure;
                }
            }
        }

        @Override
        public void close() {
            handler.close();
        }
    }

    private static final class Parts extends Managers {

        private final Rules rules = new Rules(getImapHostManager(), getUserManager());

        @Override
        public SmtpManager getSmtpManager() {
            return rules;
        }
    }

    private static final class Rules extends SmtpManager {

        private volatile boolean open = true;

        Rules(ImapHostManager mailboxes, UserManager users) {
            super(mailboxes, users);
        }

        /** @return the refusal of RFC 5321 section 4.2, or null when the sender is welcome */
        @Override
        public String checkSender(SmtpState state, MailAddress sender) {
            return open ? null : "550 5.7.1 Sender not permitted: " + sender.getEmail();
        }
    }
}
