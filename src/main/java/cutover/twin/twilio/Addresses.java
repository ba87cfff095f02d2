package cutover.twin.twilio;

import java.net.URI;

/** References against the address of the document in which they stand. */
final class Addresses {

    private Addresses() {}

    /** The absolute address (RFC 3986 section 5.2); the reference itself when it is none. */
    static String resolved(String base, String reference) {
        try {
            URI resolved = URI.create(base).resolve(reference.strip());
            return reference.strip().startsWith("?") ? replacedQuery(base, reference.strip()) : resolved.toString();
        } catch (IllegalArgumentException notReference) {
            return reference;
        }
    }

    /** The Java platform resolves a bare query as the older RFC 2396 did, and drops the last segment of the path. */
    private static String replacedQuery(String base, String query) {
        return base.replaceFirst("[?#].*$", "") + query;
    }
}
