package cutover.probe.http;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * How a connection was protected.
 *
 * @param protocol for instance {@code TLSv1.3}
 */
public record TlsFacts(String protocol, String cipher, CertificateFacts certificate) {

    static TlsFacts of(SSLSession session) throws SSLPeerUnverifiedException {
        Certificate leaf = session.getPeerCertificates()[0];
        return new TlsFacts(
                session.getProtocol(), session.getCipherSuite(), CertificateFacts.of((X509Certificate) leaf));
    }
}
