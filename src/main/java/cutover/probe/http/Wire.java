package cutover.probe.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Apache HttpClient with everything switched off that it would do on its own. */
final class Wire implements AutoCloseable {

    private static final String ATTEMPT = "cutover.attempt";

    private final HttpSettings settings;
    private final Tls tls;
    private final Deadline deadline;
    private final boolean keep;
    private final CloseableHttpClient client;

    /** @param keep true when a connection may serve several exchanges */
    Wire(HttpSettings settings, Tls tls, Deadline deadline, boolean keep) {
        this.settings = settings;
        this.tls = tls;
        this.deadline = deadline;
        this.keep = keep;
        this.client = client();
    }

    /** @param body null for none */
    HttpObservation exchange(Sent sent, byte[] body) {
        Attempt attempt = new Attempt(sent, settings.clock());
        HttpUriRequestBase request = new HttpUriRequestBase(sent.method(), sent.uri());
        // a URI can't hold everything that browsers send
        request.setPath(sent.address().target());
        sent.headers().forEach(header -> request.addHeader(header.name(), header.value()));
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, null));
        }
        if (!keep) {
            tls.forget(sent.uri().getHost());
        }
        return deadline.observe(attempt, () -> speak(attempt, request), request::abort);
    }

    private HttpObservation speak(Attempt attempt, HttpUriRequestBase request) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(ATTEMPT, attempt);
        HttpHost target = new HttpHost(
                request.getScheme(),
                request.getAuthority().getHostName(),
                request.getAuthority().getPort());
        ClassicHttpResponse response = client.executeOpen(target, request, context);
        try {
            attempt.head(response.getCode());
            attempt.connected(context.getEndpointDetails().getRemoteAddress());
            if (context.getSSLSession() != null) {
                attempt.shaken(context.getSSLSession());
            }
            return attempt.answered(reason(response), headers(response), read(response));
        } finally {
            hangUpUnlessKept(request, response);
        }
    }

    // closing a response first reads what is left of it, which may be endless or broken
    private void hangUpUnlessKept(HttpUriRequestBase request, ClassicHttpResponse response) {
        if (!keep) {
            request.abort();
        }
        Closer.closeQuietly(response);
    }

    private Body read(ClassicHttpResponse response) throws IOException {
        Bodies bodies = new Bodies(settings.maxBody());
        if (response.getEntity() == null) {
            return bodies.read(null);
        }
        InputStream in = response.getEntity().getContent();
        return bodies.read(in);
    }

    private static String reason(ClassicHttpResponse response) {
        return response.getReasonPhrase() == null ? "" : response.getReasonPhrase();
    }

    private static List<Header> headers(ClassicHttpResponse response) {
        return Arrays.stream(response.getHeaders()).map(Wire::header).toList();
    }

    static Header header(org.apache.hc.core5.http.Header header) {
        return new Header(header.getName(), header.getValue() == null ? "" : header.getValue());
    }

    private CloseableHttpClient client() {
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(connections())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setProtocolUpgradeEnabled(false)
                        .setExpectContinueEnabled(false)
                        .setConnectionRequestTimeout(timeout())
                        .setResponseTimeout(timeout())
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent();
        if (!keep) {
            builder.setConnectionReuseStrategy((request, response, context) -> false);
        }
        return builder.build();
    }

    private PoolingHttpClientConnectionManager connections() {
        Timeout connect = Timeout.of(settings.connect());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Pinned(settings.route()))
                .setTlsSocketStrategy(new Shaking(tls))
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(timeout())
                        .setTcpNoDelay(true)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(timeout())
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setMaxConnPerRoute(100)
                .setMaxConnTotal(400)
                .build();
    }

    private Timeout timeout() {
        return Timeout.of(settings.answer());
    }

    @Override
    public void close() {
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }

    /** Remembers peer and certificate as soon as they are known, so that a failed exchange can tell them. */
    private static final class Shaking implements TlsSocketStrategy {

        private final DefaultClientTlsStrategy strategy;
        private final Tls tls;

        Shaking(Tls tls) {
            this.tls = tls;
            // our own turn after the handshake: with the JDK's the certificate would be lost on a mismatch
            this.strategy = new DefaultClientTlsStrategy(
                    tls.context(), HostnameVerificationPolicy.CLIENT, (host, session) -> true);
        }

        @Override
        public SSLSocket upgrade(Socket socket, String target, int port, Object attachment, HttpContext context)
                throws IOException {
            Attempt attempt = (Attempt) context.getAttribute(ATTEMPT);
            attempt.connected(socket.getRemoteSocketAddress());
            SSLSocket secured = shaken(socket, target, port, attachment, context);
            attempt.shaken(secured.getSession());
            try {
                tls.demandName(target, secured.getSession());
            } catch (IOException e) {
                secured.close();
                throw e;
            }
            return secured;
        }

        private SSLSocket shaken(Socket socket, String target, int port, Object attachment, HttpContext context)
                throws IOException {
            try {
                return strategy.upgrade(socket, target, port, attachment, context);
            } catch (SocketException e) {
                throw new javax.net.ssl.SSLException("the connection ended during the TLS handshake", e);
            }
        }
    }
}
