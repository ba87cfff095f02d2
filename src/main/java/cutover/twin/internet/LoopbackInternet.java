package cutover.twin.internet;

import cutover.twin.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * The web as far as the twin is all of it: a host's name and port stand for a loopback port, everything else about the
 * exchange is as it would be over the internet. Each request has a connection of its own. Of a body no more than
 * {@value #MOST_BYTES} bytes are read.
 */
public final class LoopbackInternet implements Internet {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Function<String, OptionalInt> doors;
    private final SSLContext trust;

    /**
     * @param doors from {@code host:port}, as a URL means it, to the loopback port behind it; empty when there is no
     *     such host
     * @param trust whose roots are trusted
     */
    public LoopbackInternet(Function<String, OptionalInt> doors, SSLContext trust) {
        this.doors = doors;
        this.trust = trust;
    }

    /** @throws IllegalArgumentException when the URL is not an absolute one of http or https */
    @Override
    public Came fetch(Asked asked) {
        String place = place(asked.url());
        OptionalInt door = doors.apply(place);
        return door.isEmpty()
                ? new Came.Nothing(Came.Reason.UNKNOWN_HOST, "no host " + place)
                : exchange(asked, door.getAsInt());
    }

    private Came exchange(Asked asked, int port) {
        HttpUriRequestBase request = request(asked);
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    request.abort();
                },
                CompletableFuture.delayedExecutor(asked.timeout().toMillis(), TimeUnit.MILLISECONDS));
        try (CloseableHttpClient client = client(asked, port)) {
            return client.execute(request, response -> new Came.Answer(read(response)));
        } catch (IOException e) {
            return late.get()
                    ? new Came.Nothing(Came.Reason.TIMEOUT, "no whole answer within " + asked.timeout())
                    : Reasons.of(e);
        } finally {
            alarm.cancel(false);
        }
    }

    private static WebResponse read(ClassicHttpResponse response) throws IOException {
        List<Map.Entry<String, String>> headers = Arrays.stream(response.getHeaders())
                .map(header -> Map.entry(header.getName(), Objects.requireNonNullElse(header.getValue(), "")))
                .toList();
        return new WebResponse(response.getCode(), headers, body(response.getEntity()));
    }

    private static byte[] body(HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream content = entity.getContent()) {
            return content.readNBytes(MOST_BYTES);
        }
    }

    private static HttpUriRequestBase request(Asked asked) {
        HttpUriRequestBase request = new HttpUriRequestBase(asked.method(), asked.url());
        asked.headers().forEach(header -> request.addHeader(header.getKey(), header.getValue()));
        if (asked.body().length > 0) {
            request.setEntity(new ByteArrayEntity(asked.body(), null));
        }
        return request;
    }

    private CloseableHttpClient client(Asked asked, int port) {
        return HttpClients.custom()
                .setConnectionManager(connections(asked, port))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(asked))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    private HttpClientConnectionManager connections(Asked asked, int port) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new OneDoor(port))
                .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(trust)
                        .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
                        .setHostnameVerifier(new DefaultHostnameVerifier())
                        .buildClassic())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(asked))
                        .setSocketTimeout(timeout(asked))
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(timeout(asked)).build())
                .build();
    }

    private static Timeout timeout(Asked asked) {
        return Timeout.of(asked.timeout());
    }

    private static String place(URI url) {
        String scheme = Objects.requireNonNullElse(url.getScheme(), "");
        boolean secure = scheme.equalsIgnoreCase("https");
        if (url.getHost() == null || !secure && !scheme.equalsIgnoreCase("http")) {
            throw new IllegalArgumentException("not an absolute URL of http or https: " + url);
        }
        int standard = secure ? 443 : 80;
        return url.getHost() + ":" + (url.getPort() < 0 ? standard : url.getPort());
    }
}
