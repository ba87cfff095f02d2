package frontdoor;

import cutover.probe.tls.ChainProblem.Kind;

/** What is wrong with a chain, as it is said to people, and what they do about it. */
final class ChainWords {

    private ChainWords() {}

    static String fault(Kind kind) {
        return switch (kind) {
            case INCOMPLETE ->
                "is sent without its issuer's: browsers forgive that, Twilio, Mailgun, curl and Java do not";
            case SELF_SIGNED -> "is signed by itself";
            case UNTRUSTED_ROOT -> "comes from an authority that nobody trusts";
            case EXPIRED -> "has expired";
            case NOT_YET_VALID -> "is not valid yet";
            case RULE_BROKEN -> "stands on a chain that breaks a rule";
            case WEAK_KEY -> "has a key that is too short, or stands on one";
            case WEAK_SIGNATURE -> "has a signature that is out of use, or stands on one";
            case WRONG_ORDER, NEEDLESS_ROOT, NEEDLESS_CERTIFICATE ->
                "is sent with certificates that do not belong there";
        };
    }

    static String expected(Kind kind) {
        return switch (kind) {
            case INCOMPLETE -> "all certificates up to a trusted root, sent by the server itself";
            case SELF_SIGNED, UNTRUSTED_ROOT -> "a chain that ends at a root of the trust store";
            case EXPIRED, NOT_YET_VALID -> "every certificate of the chain valid now";
            case RULE_BROKEN -> "a chain as RFC 5280 wants it";
            case WEAK_KEY -> "RSA keys of 2048 bits or more, elliptic curves of 256 or more";
            case WEAK_SIGNATURE -> "signatures with SHA-256 or better";
            case WRONG_ORDER, NEEDLESS_ROOT, NEEDLESS_CERTIFICATE -> "the chain in order and nothing else";
        };
    }

    static String remedy(Kind kind) {
        return switch (kind) {
            case INCOMPLETE ->
                "install certificate and intermediates together (the \"full chain\") where TLS ends; a certificate that"
                        + " was imported by hand lacks them easily";
            case SELF_SIGNED, UNTRUSTED_ROOT -> "attach the certificate of a public authority";
            case EXPIRED -> "renew it now, and see why it was not renewed by itself";
            case NOT_YET_VALID -> "wait until it is valid or issue another, and look at the clock of who issued it";
            case RULE_BROKEN -> "issue the certificate anew at its authority";
            case WEAK_KEY, WEAK_SIGNATURE -> "issue the certificate anew, with a new key";
            case WRONG_ORDER, NEEDLESS_ROOT, NEEDLESS_CERTIFICATE -> "put the chain file in order";
        };
    }
}
