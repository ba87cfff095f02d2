package cutover.probe.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/** Who signed whom: the names fit and the signature verifies. */
final class Signed {

    private Signed() {}

    static boolean by(X509Certificate issuer, X509Certificate certificate) {
        return named(issuer, certificate) && verifies(issuer, certificate);
    }

    static boolean byItself(X509Certificate certificate) {
        return by(certificate, certificate);
    }

    private static boolean named(X509Certificate issuer, X509Certificate certificate) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static boolean verifies(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
