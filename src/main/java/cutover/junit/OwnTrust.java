package cutover.junit;

import cutover.environment.Trust;
import cutover.probe.tls.Anchors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in one authority and no other. */
final class OwnTrust {

    private OwnTrust() {}

    /**
     * A context that trusts the authority of the PEM file only.
     *
     * @throws IllegalArgumentException when the file can't be read or holds no certificate
     */
    static SSLContext in(Trust trust) {
        X509Certificate ca = certificate(trust);
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("ca", ca);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(trust, e);
        }
    }

    /**
     * The same authority, for holding chains against it.
     *
     * @throws IllegalArgumentException when the file can't be read or holds no certificate
     */
    static Anchors anchors(Trust trust) {
        return Anchors.of(List.of(certificate(trust)));
    }

    private static X509Certificate certificate(Trust trust) {
        try (InputStream pem = Files.newInputStream(Path.of(trust.ca()))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(trust, e);
        }
    }

    private static IllegalArgumentException unusable(Trust trust, Exception e) {
        return new IllegalArgumentException("trust.ca can't be used: " + trust.ca() + ": " + e, e);
    }
}
