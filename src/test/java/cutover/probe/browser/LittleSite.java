package cutover.probe.browser;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A site of a few pages on a loopback port, https with a certificate that nobody knows; it notes every request. */
final class LittleSite implements AutoCloseable {

    static final String HOST = "www.site.test";

    private final Server server = new Server();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, Duration> pauses = new ConcurrentHashMap<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final String spki;
    private final int port;

    LittleSite() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            spki = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(pair.getPublic().getEncoded()));
            port = start(pair);
        } catch (Exception e) {
            throw new IllegalStateException("the little site does not start", e);
        }
    }

    LittleSite page(String path, String html) {
        return page(path, 200, "text/html; charset=utf-8", html);
    }

    LittleSite page(String path, int status, String type, String body, String... header) {
        pages.put(path, new Page(status, type, body.getBytes(StandardCharsets.UTF_8), header));
        return this;
    }

    /** Answers this path, emptily, only after a while. */
    LittleSite slow(String path, Duration pause) {
        pauses.put(path, pause);
        return this;
    }

    /** Method and path of each request so far, favicons left out. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    /** Header of the last request for the path, as "path name" keeps it. */
    String header(String path, String name) {
        return headers.getOrDefault(path + " " + name.toLowerCase(Locale.ROOT), "");
    }

    SessionPlan plan() {
        return new SessionPlan(List.of(new PinRule(HOST, 443, "127.0.0.1", port)), true, Optional.of(spki), "little/1");
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the little site does not stop", e);
        }
    }

    private int start(KeyPair pair) throws Exception {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("site", pair.getPrivate(), new char[0], new Certificate[] {certificate(pair)});
        tls.setKeyStore(store);
        tls.setKeyStorePassword("");
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Answers());
        server.start();
        return connector.getLocalPort();
    }

    private static Certificate certificate(KeyPair pair)
            throws IOException, OperatorCreationException, GeneralSecurityException {
        X500Name name = new X500Name("CN=" + HOST);
        long now = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(64, new SecureRandom()),
                new Date(now - TimeUnit.DAYS.toMillis(1)),
                new Date(now + TimeUnit.DAYS.toMillis(1)),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, HOST)));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private record Page(int status, String type, byte[] body, String... header) {}

    private final class Answers extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = Request.getPathInContext(request);
            if (!path.equals("/favicon.ico")) {
                for (HttpField field : request.getHeaders()) {
                    headers.put(path + " " + field.getLowerCaseName(), field.getValue());
                }
                seen.add(request.getMethod() + " " + path);
            }
            Page page = pages.getOrDefault(path, new Page(404, "text/plain", new byte[0]));
            response.setStatus(page.status);
            response.getHeaders().put("Content-Type", page.type);
            for (int i = 0; i + 1 < page.header.length; i += 2) {
                response.getHeaders().add(page.header[i], page.header[i + 1]);
            }
            Duration pause = pauses.get(path);
            if (pause == null) {
                response.write(true, ByteBuffer.wrap(page.body), callback);
            } else {
                request.getComponents()
                        .getScheduler()
                        .schedule(
                                () -> response.write(true, ByteBuffer.wrap(page.body), callback),
                                pause.toMillis(),
                                TimeUnit.MILLISECONDS);
            }
            return true;
        }
    }
}
