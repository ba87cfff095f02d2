package cutover.probe.tls;

/**
 * One thing that is wrong with a chain.
 *
 * @param sentence names the certificate by its place in the chain as sent, counted from 1
 */
public record ChainProblem(Kind kind, String sentence) {

    /** What can be wrong, the gravest first. */
    public enum Kind {
        /** An issuer was neither sent nor is it trusted: fine in browsers, which fetch it, dead in most other clients. */
        INCOMPLETE(true),
        /** The server's own certificate is signed by itself and not trusted. */
        SELF_SIGNED(true),
        /** The chain ends at a root that is not trusted. */
        UNTRUSTED_ROOT(true),
        /** A certificate is no longer valid. */
        EXPIRED(true),
        /** A certificate is not valid yet. */
        NOT_YET_VALID(true),
        /** A rule of RFC 5280 is broken: an issuer that is no authority, a purpose other than TLS servers, … */
        RULE_BROKEN(true),
        /** RSA or DSA below 2048 bits, elliptic curves below 256, as browsers demand. */
        WEAK_KEY(true),
        /** Signed with MD2, MD5 or SHA-1. */
        WEAK_SIGNATURE(true),
        /** A certificate does not certify the one before it (RFC 5246, 7.4.2); most clients sort, some give up. */
        WRONG_ORDER(false),
        /** The trusted root was sent, which every client has: bytes for nothing. */
        NEEDLESS_ROOT(false),
        /** A certificate has nothing to do with the others, or was sent twice. */
        NEEDLESS_CERTIFICATE(false);

        private final boolean grave;

        Kind(boolean grave) {
            this.grave = grave;
        }

        /** True when clients refuse the connection for it. */
        public boolean grave() {
            return grave;
        }
    }
}
