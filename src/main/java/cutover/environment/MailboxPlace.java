package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import java.util.List;

/** An IMAP mailbox (RFC 9051) that is opened read-only. */
public record MailboxPlace(
        @Doc("address that the application sends to") String address,
        @Doc("the IMAP server") String host,

        @Doc("its port: 993 for imaps, 143 for starttls") @Default("993")
        int port,

        @Doc("how the connection is protected; none is for loopback only") @Default("imaps")
        Tls tls,

        @Doc("who signs in there") String user,
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
