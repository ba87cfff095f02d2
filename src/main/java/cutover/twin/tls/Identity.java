package cutover.twin.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;

/** A private key with the chain that a server sends, its own certificate first. */
public record Identity(KeyStore keyStore, String password) {

    private static final String ALIAS = "server";
    private static final String PASSWORD = "twin";

    static Identity of(PrivateKey key, X509Certificate own, List<X509Certificate> others) {
        try {
            // stores of the kind PKCS12 refuse a chain in the wrong order
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            Certificate[] chain = Stream.concat(Stream.of(own), others.stream()).toArray(Certificate[]::new);
            store.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), chain);
            return new Identity(store, PASSWORD);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate and its key can't be kept", e);
        }
    }

    /** Listening sockets that show this identity. */
    public SSLServerSocketFactory sockets() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no listening socket can show the identity", e);
        }
    }

    /** The certificates as they are sent. */
    public List<Certificate> chain() {
        try {
            return List.of(keyStore.getCertificateChain(ALIAS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an identity without certificates", e);
        }
    }

    PrivateKey key() {
        try {
            return (PrivateKey) keyStore.getKey(ALIAS, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an identity without its key", e);
        }
    }
}
