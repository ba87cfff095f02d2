package cutover.probe.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Offers HTTP/2 beside HTTP/1.1 in the TLS handshake, as browsers do, and speaks what the server chooses. A client of its
 * own for each exchange, so that nothing of an earlier one is left.
 */
final class NewWire {

    private final HttpSettings settings;
    private final Tls tls;
    private final Deadline deadline;

    NewWire(HttpSettings settings, Tls tls, Deadline deadline) {
        this.settings = settings;
        this.tls = tls;
        this.deadline = deadline;
    }

    /** A request without a body. */
    HttpObservation exchange(Sent sent) {
        Attempt attempt = new Attempt(sent, settings.clock());
        CompletableFuture<HttpObservation> outcome = new CompletableFuture<>();
        tls.forget(sent.uri().getHost());
        CloseableHttpAsyncClient client = client(attempt, outcome);
        return deadline.observe(
                attempt, () -> speak(client, attempt, outcome), () -> client.close(CloseMode.IMMEDIATE));
    }

    private HttpObservation speak(
            CloseableHttpAsyncClient client, Attempt attempt, CompletableFuture<HttpObservation> outcome)
            throws IOException {
        BasicHttpRequest request =
                new BasicHttpRequest(attempt.sent().method(), attempt.sent().uri());
        attempt.sent().headers().forEach(header -> request.addHeader(header.name(), header.value()));
        client.start();
        client.execute(
                new BasicRequestProducer(request, null),
                new Arriving(attempt, settings.maxBody(), outcome),
                null,
                HttpClientContext.create(),
                new Ending(outcome));
        return awaited(outcome);
    }

    private static HttpObservation awaited(CompletableFuture<HttpObservation> outcome) throws IOException {
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("given up");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private CloseableHttpAsyncClient client(Attempt attempt, CompletableFuture<HttpObservation> outcome) {
        return HttpAsyncClients.custom()
                .setConnectionManager(connections(attempt))
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setSoTimeout(timeout())
                        .setTcpNoDelay(true)
                        .build())
                // after we hung up it tells of its own closed selector, which is no news
                .setIoReactorExceptionCallback(outcome::completeExceptionally)
                .setH2Config(H2Config.custom().setPushEnabled(false).build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout())
                        .setResponseTimeout(timeout())
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent(settings.userAgent())
                .build();
    }

    private PoolingAsyncClientConnectionManager connections(Attempt attempt) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(new Pinned(settings.route()))
                .setTlsStrategy(shaking(attempt))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                        .setHandshakeTimeout(Timeout.of(settings.connect()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connect()))
                        .setSocketTimeout(timeout())
                        .build())
                .build();
    }

    private Timeout timeout() {
        return Timeout.of(settings.answer());
    }

    /** Remembers the certificate as soon as it is known. */
    private DefaultClientTlsStrategy shaking(Attempt attempt) {
        return new DefaultClientTlsStrategy(
                tls.context(),
                null,
                null,
                SSLBufferMode.STATIC,
                HostnameVerificationPolicy.CLIENT,
                (host, session) -> named(attempt, host, session));
    }

    private boolean named(Attempt attempt, String host, SSLSession session) {
        try {
            attempt.shaken(session);
            tls.demandName(host, session);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
