package cutover.probe.http;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;

/** Trust and names for both clients, so that they can't differ. */
final class Tls {

    private final SSLContext context;
    private final DefaultHostnameVerifier names = new DefaultHostnameVerifier();

    /** @param trust null for what the JDK trusts */
    Tls(SSLContext trust) {
        this.context = trust == null ? ofTheJdk() : trust;
    }

    SSLContext context() {
        return context;
    }

    /** Demands that the certificate covers the name. */
    void demandName(String host, SSLSession session) throws SSLException {
        names.verify(host, (X509Certificate) session.getPeerCertificates()[0]);
    }

    /** Forgets sessions, because a resumed one shows the certificate of an earlier connection. */
    void forget(String host) {
        SSLSessionContext sessions = context.getClientSessionContext();
        if (sessions == null) {
            return;
        }
        for (byte[] id : Collections.list(sessions.getIds())) {
            SSLSession session = sessions.getSession(id);
            if (session != null && host.equalsIgnoreCase(session.getPeerHost())) {
                session.invalidate();
            }
        }
    }

    private static SSLContext ofTheJdk() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK offers no TLS", e);
        }
    }
}
