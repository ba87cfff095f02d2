package cutover.twin.twilio;

/** What the vendor's error dictionary calls the ways in which a call's instructions fail. */
enum Mishap {
    INVALID_URL(11100, "Invalid URL format", true),
    RETRIEVAL(11200, "HTTP retrieval failure", true),
    CONNECTION(11205, "HTTP connection failure", true),
    HOST_NAME(11210, "HTTP bad host name", true),
    REDIRECTS(11215, "HTTP too many redirects", true),
    HANDSHAKE(11220, "SSL/TLS Handshake Error", true),
    CERTIFICATE_NAME(11235, "Certificate Invalid - Domain Mismatch", true),
    CERTIFICATE_EXPIRED(11236, "Certificate Invalid - Certificate Expired", true),
    CERTIFICATE_PATH(11237, "Certificate Invalid - Could not find path to certificate", true),
    NOT_PARSED(12100, "Document parse failure", true),
    SCHEMA(12200, "Schema validation warning", false),
    CONTENT_TYPE(12300, "Invalid Content-Type", true),
    CALLBACK(15003, "Call Progress: Warning Response to Callback URL", false);

    private final int code;
    private final String title;
    private final boolean error;

    Mishap(int code, String title, boolean error) {
        this.code = code;
        this.title = title;
        this.error = error;
    }

    int code() {
        return code;
    }

    String title() {
        return title;
    }

    /** Otherwise a warning. */
    boolean error() {
        return error;
    }
}
