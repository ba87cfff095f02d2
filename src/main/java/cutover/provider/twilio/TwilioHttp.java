package cutover.provider.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK's own way to the network, with its repetitions tamed: a GET goes out once more after a 5xx, everything else
 * exactly once. No connection is used twice.
 */
final class TwilioHttp extends NetworkHttpClient implements AutoCloseable {

    private static final int TRIES_OF_A_READ = 2;

    TwilioHttp(TwilioAccess access) {
        super(builder(access));
    }

    private static HttpClientBuilder builder(TwilioAccess access) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(patience(access.timeout()))
                        .build());
        access.endpoint()
                .ifPresentOrElse(
                        place -> {
                            HttpRoute route = route(place);
                            builder.setRoutePlanner((host, context) -> route);
                        },
                        builder::useSystemProperties);
        return builder;
    }

    /** Longer than the caller waits: it only ends what nobody waits for any more. */
    private static ConnectionConfig patience(Duration timeout) {
        return ConnectionConfig.custom()
                .setSocketTimeout(Timeout.of(timeout.multipliedBy(2)))
                .build();
    }

    private static HttpRoute route(URI place) {
        boolean secure = place.getScheme().equals("https");
        int port = place.getPort() >= 0 ? place.getPort() : secure ? 443 : 80;
        return new HttpRoute(new HttpHost(place.getScheme(), place.getHost(), port), null, secure);
    }

    @Override
    public Response reliableRequest(Request request) {
        Response response = request.getMethod() == HttpMethod.GET
                ? reliableRequest(request, RETRY_CODES, TRIES_OF_A_READ, DELAY_MILLIS)
                : makeRequest(request);
        return TwilioAnswers.accepted(response);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
