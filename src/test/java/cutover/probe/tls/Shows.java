package cutover.probe.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** Shows exactly these certificates; a key store would sort or refuse them. */
final class Shows extends X509ExtendedKeyManager {

    private static final String ALIAS = "own";

    private final PrivateKey key;
    private final X509Certificate[] chain;

    Shows(Issued... chain) {
        this.key = chain[0].keys().getPrivate();
        this.chain = Arrays.stream(chain).map(Issued::certificate).toArray(X509Certificate[]::new);
    }

    private String alias(String keyType) {
        return keyType.equals(key.getAlgorithm()) || keyType.startsWith(key.getAlgorithm() + "_") ? ALIAS : null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return alias(keyType);
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return alias(keyType);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return key;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
