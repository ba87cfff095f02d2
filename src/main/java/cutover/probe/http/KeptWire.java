package cutover.probe.http;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Connections that may serve several exchanges: Apache HttpClient with everything switched off that it would do on its own. */
final class KeptWire implements Wire {

    private final HttpSettings settings;
    private final Tls tls;
    private final Deadline deadline;
    private final CloseableHttpClient client;

    KeptWire(HttpSettings settings, Tls tls, Deadline deadline) {
        this.settings = settings;
        this.tls = tls;
        this.deadline = deadline;
        this.client = client();
    }

    @Override
    public HttpObservation exchange(Sent sent, byte[] body) {
        Attempt attempt = new Attempt(sent, settings.clock());
        HttpUriRequestBase request = Messages.request(sent, body);
        return deadline.observe(attempt, () -> speak(attempt, request), request::abort);
    }

    private HttpObservation speak(Attempt attempt, HttpUriRequestBase request) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(Shaking.ATTEMPT, attempt);
        ClassicHttpResponse response = client.executeOpen(Messages.target(request), request, context);
        try {
            attempt.head(response.getCode());
            attempt.connected(context.getEndpointDetails().getRemoteAddress());
            if (context.getSSLSession() != null) {
                attempt.shaken(context.getSSLSession());
            }
            return Messages.answered(attempt, response, settings.maxBody());
        } finally {
            Closer.closeQuietly(response);
        }
    }

    private CloseableHttpClient client() {
        return HttpClients.custom()
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
                .disableDefaultUserAgent()
                .build();
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
        client.close(CloseMode.IMMEDIATE);
    }
}
