package cutover.probe.http;

import cutover.patience.FanOut;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Shows the certificate that was not trusted. The JDK does not hand it out when it refuses a chain, so this shakes hands
 * once more with the same peer, accepts anything and sends nothing.
 */
final class SecondLook {

    private final Duration atMost;

    SecondLook(Duration atMost) {
        this.atMost = atMost;
    }

    Optional<CertificateFacts> at(InetSocketAddress peer, String host) {
        Socket socket = new Socket();
        try (socket) {
            return new FanOut(1, atMost)
                    .each(
                            List.of(peer),
                            address -> shake(socket, address, host),
                            (address, why) -> Optional.<CertificateFacts>empty())
                    .get(0);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<CertificateFacts> shake(Socket socket, InetSocketAddress peer, String host) {
        try {
            socket.connect(peer, Math.toIntExact(atMost.toMillis()));
            SSLSocket tls = (SSLSocket) anything().getSocketFactory().createSocket(socket, host, peer.getPort(), false);
            name(tls, host);
            tls.startHandshake();
            return Optional.of(
                    CertificateFacts.of((X509Certificate) tls.getSession().getPeerCertificates()[0]));
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static void name(SSLSocket tls, String host) {
        if (host.contains(".") && !host.matches("[0-9.]+|\\[.*")) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            tls.setSSLParameters(parameters);
        }
    }

    private static SSLContext anything() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anything()}, null);
        return context;
    }

    private static final class Anything implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
