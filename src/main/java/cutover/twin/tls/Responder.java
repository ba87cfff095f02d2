package cutover.twin.tls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.cert.ocsp.OCSPReq;

/**
 * An authority's OCSP responder, on a free loopback port. The JDK's servers ask it for certificates that name it, and
 * staple what they hear, where {@code jdk.tls.server.enableStatusRequestExtension} is on.
 */
public final class Responder implements AutoCloseable {

    private final HttpServer server;
    private final OcspAnswers answers;
    private final Map<BigInteger, Said> said = new ConcurrentHashMap<>();

    Responder(Issued issuer, Clock clock) {
        answers = new OcspAnswers(issuer, clock);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port for an OCSP responder", e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** As certificates name it. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void says(BigInteger serial, Said what) {
        said.put(serial, what);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            OCSPReq asked = new OCSPReq(request(exchange));
            Said what = said.getOrDefault(asked.getRequestList()[0].getCertID().getSerialNumber(), Said.UNKNOWN);
            if (what == Said.NOTHING) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] answer = answers.to(asked, what);
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Short requests come in the path, in base64 (RFC 6960, A.1). */
    private static byte[] request(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            return exchange.getRequestBody().readAllBytes();
        }
        String path = exchange.getRequestURI().getRawPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return Base64.getDecoder().decode(URLDecoder.decode(last, StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
