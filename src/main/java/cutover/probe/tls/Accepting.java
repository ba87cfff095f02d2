package cutover.probe.tls;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Accepts whatever is shown and remembers it. Extended on purpose: around a plain trust manager the JDK puts rules of its
 * own for keys and signatures, and a bad certificate would not be seen.
 */
final class Accepting extends X509ExtendedTrustManager {

    private volatile List<SentCertificate> shown = List.of();

    List<SentCertificate> shown() {
        return shown;
    }

    private void remember(X509Certificate[] chain) {
        shown = Arrays.stream(chain).map(SentCertificate::new).toList();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        remember(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        remember(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        remember(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
