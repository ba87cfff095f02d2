package cutover.twin.aws;

/** What can be wrong with the signature of a request, in the words of the vendor's protocols. */
enum Flaw {
    NO_SIGNATURE("MissingAuthenticationToken", "MissingAuthenticationTokenException", "Missing Authentication Token"),
    UNKNOWN_KEY(
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "The security token included in the request is invalid."),
    WRONG_TIME("SignatureDoesNotMatch", "InvalidSignatureException", "Signature expired or not yet current."),
    WRONG_SIGNATURE(
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access"
                    + " Key and signing method. Consult the service documentation for details.");

    private final String inXml;
    private final String inJson;
    private final String message;

    Flaw(String inXml, String inJson, String message) {
        this.inXml = inXml;
        this.inJson = inJson;
        this.message = message;
    }

    /** The code in the protocols that answer XML. */
    String inXml() {
        return inXml;
    }

    /** The code at the object store, which knows keys by another word. */
    String inStore() {
        return this == UNKNOWN_KEY ? "InvalidAccessKeyId" : inXml;
    }

    String inJson() {
        return inJson;
    }

    String message() {
        return message;
    }
}
