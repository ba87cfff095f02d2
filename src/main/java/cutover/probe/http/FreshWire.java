package cutover.probe.http;

import cutover.probe.http.Deadline.Speaking;
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
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection and a TLS session of its own for each exchange. Made of the parts of Apache HttpClient without the client:
 * its pool and its chain of handlers would cost as much as the exchange, and have nothing to do here.
 */
final class FreshWire implements Wire {

    private final HttpSettings settings;
    private final Tls tls;
    private final Deadline deadline;
    private final HttpClientConnectionOperator dialling;
    private final SocketConfig socket;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final HttpProcessor headers = HttpProcessorBuilder.create()
            .addAll(new RequestTargetHost(), new RequestContent(), new RequestConnControl())
            .build();

    FreshWire(HttpSettings settings, Tls tls, Deadline deadline) {
        this.settings = settings;
        this.tls = tls;
        this.deadline = deadline;
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

    @Override
    public HttpObservation exchange(Sent sent, byte[] body) {
        Attempt attempt = new Attempt(sent, settings.clock());
        HttpUriRequestBase request = Messages.request(sent, body);
        tls.forget(sent.uri().getHost());
        ManagedHttpClientConnection connection = unconnected();
        Speaking speak = () -> speak(attempt, request, connection);
        Runnable hangUp = () -> connection.close(CloseMode.IMMEDIATE);
        return asksNobody(sent.address())
                ? deadline.observeHere(attempt, speak, hangUp)
                : deadline.observe(attempt, speak, hangUp);
    }

    private boolean asksNobody(RawAddress address) {
        return settings.route().asksNobody(address.host(), address.port());
    }

    private Answered speak(Attempt attempt, HttpUriRequestBase request, ManagedHttpClientConnection connection)
            throws IOException {
        HttpCoreContext context = HttpCoreContext.create();
        context.setAttribute(Shaking.ATTEMPT, attempt);
        connect(connection, request, context);
        attempt.connected(connection.getRemoteAddress());
        try {
            executor.preProcess(request, headers, context);
            ClassicHttpResponse response = executor.execute(request, connection, context);
            attempt.head(response.getCode());
            return Messages.answered(attempt, response, settings.maxBody());
        } catch (HttpException e) {
            throw new ClientProtocolException(e);
        }
    }

    private void connect(ManagedHttpClientConnection connection, HttpUriRequestBase request, HttpCoreContext context)
            throws IOException {
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

    private static ManagedHttpClientConnection unconnected() {
        try {
            return ManagedHttpClientConnectionFactory.INSTANCE.createConnection(null);
        } catch (IOException e) {
            throw new UncheckedIOException("a connection that is not yet connected", e);
        }
    }

    private Timeout timeout() {
        return Timeout.of(settings.answer());
    }

    @Override
    public void close() {
        // nothing is kept between two exchanges
    }
}
