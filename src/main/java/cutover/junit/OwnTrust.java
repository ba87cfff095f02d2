package cutover.junit;

import cutover.environment.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
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
        try (InputStream pem = Files.newInputStream(Path.of(trust.ca()))) {
            Certificate ca = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("ca", ca);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("trust.ca can't be used: " + trust.ca() + ": " + e, e);
        }
    }
}
