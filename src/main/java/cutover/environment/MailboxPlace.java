package cutover.environment;

import cutover.config.Default;
import cutover.config.Doc;
import cutover.config.Secret;
import java.util.List;

/** Where mail of the application can be read; looking changes nothing. */
public sealed interface MailboxPlace {

    /** Address that the application sends to. */
    String address();

    /** Where a person finds the mailbox, for messages. */
    String place();

    /** What opens it, for messages. */
    String key();

    /** An IMAP mailbox (RFC 9051) that is opened read-only. */
    record Imap(
            @Doc("address that the application sends to") String address,
            @Doc("the IMAP server") String host,

            @Doc("its port: 993 for imaps, 143 for starttls") @Default("993")
            int port,

            @Doc("how the connection is protected; none is for loopback only") @Default("imaps")
            Tls tls,

            @Doc("who signs in there") String user,

            @Doc("NAME of the secret that holds the password")
            Secret password,

            @Doc("folders looked at besides INBOX, for instance the spam folder") @Default("[]")
            List<String> folders)
            implements MailboxPlace {

        @Override
        public String place() {
            return host + ":" + port;
        }

        @Override
        public String key() {
            return "secret " + password.name();
        }
    }

    /** Messages that a route at Mailgun stores, for an address without a mailbox. */
    record Stored(
            @Doc("address that the application sends to; a route must store what comes in for it")
            String address,

            @Doc("which of mail-domains takes it in") String domain)
            implements MailboxPlace {

        @Override
        public String place() {
            return "stored messages at Mailgun";
        }

        @Override
        public String key() {
            return "mail-domains." + domain;
        }
    }

    /** How the connection is protected. */
    enum Tls {
        /** not at all; loopback only */
        NONE,
        /** STARTTLS, RFC 2595 */
        STARTTLS,
        /** TLS from the first byte, RFC 8314 */
        IMAPS
    }
}
