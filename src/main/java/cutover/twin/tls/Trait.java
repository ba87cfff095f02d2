package cutover.twin.tls;

/** What can be unusual about a server's certificate itself. */
enum Trait {
    /** An RSA key of 1024 bits. */
    RSA_1024,
    /** Signed with SHA-1. */
    SHA_1,
    /** Demands a stapled OCSP response (RFC 7633). */
    MUST_STAPLE
}
