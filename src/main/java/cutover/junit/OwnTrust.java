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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trust in one authority and no other. */
final class OwnTrust {

    private OwnTrust() {}

    /**
     * A context that trusts the authority of the PEM file only.
     *
     * @throws IllegalArgumentException when the file can't be read or holds no certificate
     */
    static SSLContext in(Trust trust) {
        try {
            return trusting(List.of(certificate(trust)));
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(trust, e);
        }
    }

    /**
     * A context that trusts the authority of the PEM file and those that the JDK trusts, for what is elsewhere than the
     * sites under test.
     *
     * @throws IllegalArgumentException when the file can't be read or holds no certificate
     */
    static SSLContext besidesTheUsual(Trust trust) {
        try {
            List<X509Certificate> all = new ArrayList<>(usual());
            all.add(certificate(trust));
            return trusting(all);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(trust, e);
        }
    }

    private static List<X509Certificate> usual() throws GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init((KeyStore) null);
        return Stream.of(managers.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    private static SSLContext trusting(List<X509Certificate> authorities) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("ca" + i, authorities.get(i));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
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
