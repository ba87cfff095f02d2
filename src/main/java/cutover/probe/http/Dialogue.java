package cutover.probe.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.util.Timeout;

/**
 * Dials, asks and reads on a connection of the caller's. Made of the parts of Apache HttpClient without the client: its
 * pool and its chain of handlers would cost as much as an exchange, and have nothing to do here.
 */
final class Dialogue {

    private final HttpSettings settings;
    private final HttpClientConnectionOperator dialling;
    private final SocketConfig socket;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final HttpProcessor headers = HttpProcessorBuilder.create()
            .addAll(new RequestTargetHost(), new RequestContent(), new RequestConnControl())
            .build();

    Dialogue(HttpSettings settings, Tls tls) {
        this.settings = settings;
        this.socket = SocketConfig.custom()
                .setSoTimeout(timeout())
                .setTcpNoDelay(true)
                // the deadline sees to a peer that is gone
                .setSoKeepAlive(false)
                .setTcpKeepIdle(-1)
                .setTcpKeepInterval(-1)
                .setTcpKeepCount(-1)
                .build();
        this.dialling = new DefaultHttpClientConnectionOperator(
                DefaultSchemePortResolver.INSTANCE,
                new Pinned(settings.route()),
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", new Shaking(tls))
                        .build());
    }

    static ManagedHttpClientConnection unconnected() {
        try {
            return ManagedHttpClientConnectionFactory.INSTANCE.createConnection(null);
        } catch (IOException e) {
            throw new UncheckedIOException("a connection that is not yet connected", e);
        }
    }

    void connect(Attempt attempt, HttpUriRequestBase request, ManagedHttpClientConnection connection)
            throws IOException {
        HttpCoreContext context = HttpCoreContext.create();
        context.setAttribute(Shaking.ATTEMPT, attempt);
        dialling.connect(
                connection,
                // with its port, as a failure names it
                RoutingSupport.normalize(Messages.target(request), DefaultSchemePortResolver.INSTANCE),
                null,
                null,
                Timeout.of(settings.connect()),
                socket,
                TlsConfig.DEFAULT,
                context);
        connection.setSocketTimeout(timeout());
    }

    /**
     * Sends the request and reads its answer to the end.
     *
     * @param connection stands; stays open when another exchange may follow on it (RFC 9112, section 9.3), else is of no
     *     more use
     */
    Spoken speak(Attempt attempt, HttpUriRequestBase request, ManagedHttpClientConnection connection)
            throws IOException {
        HttpCoreContext context = HttpCoreContext.create();
        attempt.connected(connection.getRemoteAddress());
        try {
            executor.preProcess(request, headers, context);
            ClassicHttpResponse response = executor.execute(request, connection, context);
            attempt.head(response.getCode());
            Answered answered = Messages.answered(attempt, response, settings.maxBody());
            return new Spoken(
                    answered,
                    whole(answered) && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context));
        } catch (HttpException e) {
            throw new ClientProtocolException(e);
        }
    }

    /** What is left of an answer that was not read to its end would be taken for the next one. */
    private static boolean whole(Answered answered) {
        return !answered.truncated() && !answered.contentLengthMismatch();
    }

    /** @param lasts whether the connection may serve another exchange */
    record Spoken(Answered answered, boolean lasts) {}

    private Timeout timeout() {
        return Timeout.of(settings.answer());
    }
}
