package cutover.environment;

import cutover.config.Doc;

/** A certificate authority of one's own, as the twin and inside networks have it. */
public record Trust(
        @Doc("PEM file with the authority's certificate") String ca,

        @Doc("base64 SHA-256 of the authority's public key info, for the browser")
        String spki) {}
