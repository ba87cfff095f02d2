package cutover.twin.tls;

/** What a responder says of a server's certificate (RFC 6960, 4.2). */
public enum Said {
    GOOD,
    REVOKED,
    UNKNOWN,
    /** It was good, by a response that ran out yesterday. */
    GOOD_UNTIL_YESTERDAY,
    /** A response that says neither of these; the JDK's servers do not look closely at what they staple. */
    GARBLED,
    /** Not one byte of OCSP. */
    NOTHING
}
