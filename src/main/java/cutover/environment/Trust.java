package cutover.environment;

import cutover.config.Doc;

/** A certificate authority of one's own, as the twin and inside networks have it. */
public record Trust(
        @Doc("PEM file with the authority's certificate") String ca,

        @Doc(
                "base64 SHA-256 of the public key info of a certificate in the chains as sent, for the browser; several with commas")
        String spki) {}
