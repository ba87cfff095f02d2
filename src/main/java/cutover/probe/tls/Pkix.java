package cutover.probe.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Validation of one path by the JDK (RFC 5280, 6), for the purpose of a TLS server. It takes the path as it is: nothing
 * is fetched, sorted or added, and revocation is no part of it.
 */
final class Pkix {

    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

    private Pkix() {}

    /** The rule that the path breaks, whether or not it is in its time; empty when it breaks none. */
    static Optional<String> brokenRule(TrustPath path, Instant at) {
        X509Certificate anchor = path.anchor().orElseThrow();
        List<X509Certificate> below = path.certificates().stream()
                .map(SentCertificate::x509)
                .filter(certificate -> !certificate.equals(anchor))
                .toList();
        if (below.isEmpty()) {
            return Optional.empty();
        }
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(below),
                            parameters(anchor, inTime(path, at)));
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            boolean time = e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID;
            return time ? Optional.empty() : Optional.of(e.getMessage());
        } catch (GeneralSecurityException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static PKIXParameters parameters(X509Certificate anchor, Instant at) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        parameters.setTargetCertConstraints(forServers());
        return parameters;
    }

    private static X509CertSelector forServers() {
        try {
            X509CertSelector purpose = new X509CertSelector();
            purpose.setExtendedKeyUsage(Set.of(SERVER_AUTHENTICATION));
            return purpose;
        } catch (IOException e) {
            throw new IllegalStateException("not an object identifier: " + SERVER_AUTHENTICATION, e);
        }
    }

    // an expired certificate must not hide that it breaks another rule as well
    private static Instant inTime(TrustPath path, Instant at) {
        Instant moment = at;
        for (SentCertificate each : path.certificates()) {
            moment = moment.isBefore(each.notBefore()) ? each.notBefore() : moment;
        }
        for (SentCertificate each : path.certificates()) {
            moment = moment.isAfter(each.notAfter()) ? each.notAfter() : moment;
        }
        return moment;
    }
}
