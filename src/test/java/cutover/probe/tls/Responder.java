package cutover.probe.tls;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Says by OCSP what a test wants to hear. */
final class Responder implements AutoCloseable {

    private final HttpServer server;

    Responder(Supplier<byte[]> response) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = response.get();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** @param next null for none */
    static byte[] says(CertificateStatus status, Issued issuer, Issued about, Instant from, Instant next) {
        try {
            DigestCalculator sha1 =
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
            X509CertificateHolder holder = new JcaX509CertificateHolder(issuer.certificate());
            CertificateID id =
                    new CertificateID(sha1, holder, about.certificate().getSerialNumber());
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            new BasicOCSPRespBuilder(new RespID(new X500Name("CN=Responder")))
                                    .addResponse(
                                            id, status, Date.from(from), next == null ? null : Date.from(next), null)
                                    .build(
                                            new JcaContentSignerBuilder("SHA256withECDSA")
                                                    .build(issuer.keys().getPrivate()),
                                            null,
                                            Date.from(from)))
                    .getEncoded();
        } catch (OperatorCreationException | OCSPException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
