package cutover.probe.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A whole handshake by the JDK, without judging the certificates. */
final class Handshake {

    private final Attempt attempt;
    private final Optional<Protocol> only;

    /** @param only the one version to offer; empty for all that this JVM offers */
    Handshake(Attempt attempt, Optional<Protocol> only) {
        this.attempt = attempt;
        this.only = only;
    }

    Shaken over(Tap tap) throws IOException {
        SSLSocket tls = secured(tap);
        tls.startHandshake();
        ExtendedSSLSession session = (ExtendedSSLSession) tls.getSession();
        List<SentCertificate> chain = Arrays.stream(session.getPeerCertificates())
                .map(each -> new SentCertificate((X509Certificate) each))
                .toList();
        return attempt.shaken(
                chain, session.getProtocol(), session.getCipherSuite(), staple(session.getStatusResponses(), chain));
    }

    private static Staple staple(List<byte[]> responses, List<SentCertificate> chain) {
        return responses.isEmpty()
                ? new Staple.None()
                : Ocsp.read(responses.get(0), chain.get(0).serialNumber());
    }

    private SSLSocket secured(Tap tap) throws IOException {
        SSLSocket tls = (SSLSocket) context()
                .getSocketFactory()
                .createSocket(tap, attempt.name(), attempt.address().getPort(), false);
        SSLParameters parameters = tls.getSSLParameters();
        List<SNIServerName> indicated = ServerName.indicated(attempt.name()).stream()
                .map(SNIServerName.class::cast)
                .toList();
        parameters.setServerNames(indicated);
        only.ifPresent(protocol -> parameters.setProtocols(new String[] {protocol.told()}));
        tls.setSSLParameters(parameters);
        return tls;
    }

    // a context of its own for each handshake: a resumed session would show an earlier certificate
    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {attempt.accepting()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM offers no TLS", e);
        }
    }
}
