package cutover.probe.mail;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Which mailbox, and how to get in; immutable. Its text holds no password.
 *
 * @param trust which certificates are trusted; null for those that the JDK trusts
 * @param password asked for at each sign-in
 * @param folders where to look, the first one is also listened to; INBOX and the spam folders, in the server's spelling
 * @param connect for the connection
 * @param read for each answer of the server
 */
public record MailboxSettings(
        String host,
        int port,
        Tls tls,
        SSLContext trust,
        String user,
        Supplier<String> password,
        List<String> folders,
        Duration connect,
        Duration read) {

    public MailboxSettings {
        folders = List.copyOf(folders);
        Objects.requireNonNull(tls, "tls");
        Objects.requireNonNull(password, "password");
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("a mailbox needs at least one folder, for instance INBOX");
        }
        if (connect.toMillis() < 1 || read.toMillis() < 1) {
            throw new IllegalArgumentException("a mailbox needs times of at least 1 ms: " + connect + " / " + read);
        }
    }

    /** "qa@example.org at imap.example.org:993". */
    public String told() {
        return user + " at " + host + ":" + port;
    }

    @Override
    public String toString() {
        return told() + ", " + tls + ", " + folders;
    }
}
