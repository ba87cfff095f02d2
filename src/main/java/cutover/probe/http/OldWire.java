package cutover.probe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.conn.HttpInetSocketAddress;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.conn.ssl.X509HostnameVerifier;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpRequestExecutor;

/**
 * The client that REST Assured wants, for one exchange: REST Assured accepts only the deprecated kind of HttpClient 4.
 * Addresses and ports come from the route; the answer is taken raw, before REST Assured sees it.
 */
@SuppressWarnings("deprecation")
final class OldWire {

    private final HttpSettings settings;
    private final Tls tls;
    private final Attempt attempt;
    private final boolean typed;
    private final AtomicReference<DefaultHttpClient> client = new AtomicReference<>();
    private final AtomicReference<Answered> seen = new AtomicReference<>();

    /** @param typed true when the request has a Content-Type */
    OldWire(HttpSettings settings, Tls tls, Attempt attempt, boolean typed) {
        this.settings = settings;
        this.tls = tls;
        this.attempt = attempt;
        this.typed = typed;
    }

    AbstractHttpClient client(List<InetSocketAddress> addresses) {
        DefaultHttpClient one = new Client(connections(addresses));
        HttpParams params = one.getParams();
        HttpConnectionParams.setConnectionTimeout(
                params, Math.toIntExact(settings.connect().toMillis()));
        HttpConnectionParams.setSoTimeout(
                params, Math.toIntExact(settings.answer().toMillis()));
        params.setParameter(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES);
        one.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        one.setReuseStrategy(new NoConnectionReuseStrategy());
        one.addRequestInterceptor((request, context) -> asGiven(request));
        one.addResponseInterceptor((response, context) -> take(response));
        client.set(one);
        return one;
    }

    /** The answer as it came. */
    Answered seen() throws IOException {
        if (seen.get() == null) {
            throw new org.apache.http.NoHttpResponseException("no answer");
        }
        return seen.get();
    }

    /** Closes the connection, also one that is being read. */
    void close() {
        DefaultHttpClient one = client.get();
        if (one != null) {
            one.getConnectionManager().shutdown();
        }
    }

    // REST Assured puts the query in another order and sends a type of its own where none was given
    private void asGiven(HttpRequest request) {
        URI uri = attempt.sent().uri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        ((RequestWrapper) request).setURI(URI.create(uri.getRawPath() + query));
        if (!typed) {
            request.removeHeaders("Content-Type");
        }
    }

    private void take(HttpResponse response) throws IOException {
        attempt.head(response.getStatusLine().getStatusCode());
        Body body = new Bodies(settings.maxBody())
                .read(response.getEntity() == null ? null : response.getEntity().getContent());
        String reason = response.getStatusLine().getReasonPhrase();
        List<Header> headers = Arrays.stream(response.getAllHeaders())
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
        seen.set(attempt.answered(reason == null ? "" : reason, headers, body));
        response.setEntity(new ByteArrayEntity(body.bytes()));
    }

    private PoolingClientConnectionManager connections(List<InetSocketAddress> addresses) {
        SchemeRegistry schemes = new SchemeRegistry();
        schemes.register(new Scheme("http", 80, new Plain(addresses)));
        schemes.register(new Scheme("https", 443, new Secured(addresses)));
        return new PoolingClientConnectionManager(schemes, host -> numbers(host, addresses));
    }

    private static InetAddress[] numbers(String host, List<InetSocketAddress> addresses) throws UnknownHostException {
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host + " has no address");
        }
        return addresses.stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    /** Same name and address, the route's port. */
    private static InetSocketAddress pinned(InetSocketAddress remote, List<InetSocketAddress> addresses) {
        int port = addresses.stream()
                .filter(address -> address.getAddress().equals(remote.getAddress()))
                .mapToInt(InetSocketAddress::getPort)
                .findFirst()
                .orElse(remote.getPort());
        return new HttpInetSocketAddress(((HttpInetSocketAddress) remote).getHttpHost(), remote.getAddress(), port);
    }

    private static final class Client extends DefaultHttpClient {

        Client(PoolingClientConnectionManager connections) {
            super(connections);
        }

        @Override
        protected HttpRequestExecutor createRequestExecutor() {
            return new EarlyAnswers();
        }
    }

    private final class Plain extends PlainSocketFactory {

        private final List<InetSocketAddress> addresses;

        Plain(List<InetSocketAddress> addresses) {
            this.addresses = addresses;
        }

        @Override
        public Socket connectSocket(Socket socket, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
                throws IOException {
            Socket connected = super.connectSocket(socket, pinned(remote, addresses), local, params);
            attempt.connected(connected.getRemoteSocketAddress());
            return connected;
        }
    }

    private final class Secured extends SSLSocketFactory {

        private final List<InetSocketAddress> addresses;

        Secured(List<InetSocketAddress> addresses) {
            super(tls.context(), new Names());
            this.addresses = addresses;
        }

        @Override
        public Socket connectSocket(Socket socket, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
                throws IOException {
            InetSocketAddress peer = pinned(remote, addresses);
            try {
                return super.connectSocket(socket, peer, local, params);
            } catch (SSLException e) {
                attempt.connected(peer);
                throw e;
            }
        }
    }

    /** Called after the handshake, when the certificate is known and trusted. */
    private final class Names implements X509HostnameVerifier {

        @Override
        public void verify(String host, SSLSocket socket) throws IOException {
            attempt.connected(socket.getRemoteSocketAddress());
            attempt.shaken(socket.getSession());
            tls.demandName(host, socket.getSession());
        }

        @Override
        public void verify(String host, java.security.cert.X509Certificate certificate) throws SSLException {
            throw new SSLException("not asked by the client");
        }

        @Override
        public void verify(String host, String[] commonNames, String[] alternativeNames) throws SSLException {
            throw new SSLException("not asked by the client");
        }

        @Override
        public boolean verify(String host, SSLSession session) {
            return false;
        }
    }
}
