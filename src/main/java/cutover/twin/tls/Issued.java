package cutover.twin.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** An authority's certificate and its key. */
record Issued(X509Certificate certificate, PrivateKey key) {

    /** Signs with its key; the server sends what is given. */
    Line signs(X509Certificate... sent) {
        return new Line(certificate.getSubjectX500Principal().getName(), key, List.of(sent));
    }

    /**
     * What stands above a server's certificate.
     *
     * @param issuer distinguished name, RFC 2253
     * @param sent the certificates that the server sends behind its own
     */
    record Line(String issuer, PrivateKey signer, List<X509Certificate> sent) {}
}
