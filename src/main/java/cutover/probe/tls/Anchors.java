package cutover.probe.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificates that are trusted by themselves (RFC 5280, 6.1.1 d), roots as a rule. */
public record Anchors(Set<X509Certificate> certificates) {

    public Anchors {
        certificates = Set.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("without a trust anchor no chain can be held against anything");
        }
    }

    /** These and no others. */
    public static Anchors of(Collection<X509Certificate> certificates) {
        return new Anchors(Set.copyOf(certificates));
    }

    /** What this JVM trusts; follows {@code javax.net.ssl.trustStore}. Other clients may trust more or less. */
    public static Anchors ofTheJdk() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return new Anchors(Set.copyOf(Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                    .toList()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM's trust store can't be read", e);
        }
    }

    boolean hold(X509Certificate certificate) {
        return certificates.contains(certificate);
    }

    /** The anchor that signed the certificate. */
    Optional<X509Certificate> issuerOf(X509Certificate certificate) {
        return certificates.stream()
                .filter(anchor -> Signed.by(anchor, certificate))
                .findFirst();
    }

    @Override
    public String toString() {
        return certificates.size() + " trust anchors";
    }
}
