package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import java.util.List;

/** An IMAP mailbox (RFC 9051) that is opened read-only. */
public record MailboxPlace(
        @Doc("address that the application sends to") String address,
        String host,
        @Default("993") int port,
        @Default("imaps") Tls tls,
        String user,
        @Doc("NAME of the secret that holds the password") Secret password,

        @Doc("folders looked at besides INBOX, for instance the spam folder") @Default("[]")
        List<String> folders) {

    /** Name of the secret that opens it, for messages. */
    public String passwordName() {
        return password.name();
    }

    /** How the connection is protected. */
    public enum Tls {
        /** not at all; loopback only */
        NONE,
        /** STARTTLS, RFC 2595 */
        STARTTLS,
        /** TLS from the first byte, RFC 8314 */
        IMAPS
    }
}
