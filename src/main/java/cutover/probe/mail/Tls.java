package cutover.probe.mail;

/** How the connection to a mailbox is protected. */
public enum Tls {
    /** Not at all; for loopback. */
    NONE,
    /** Plain at first, then secured on demand (RFC 3501, 6.2.1); refused when the server does not offer it. */
    STARTTLS,
    /** Secured from the first byte (RFC 8314), usually port 993. */
    IMAPS
}
