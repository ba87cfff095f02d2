package cutover.twin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.ssl.SSLContexts;

/** A plain HTTP client that trusts one authority and dials the twin's ports under their public names. */
record Client(String pem, Map<String, Integer> ports) {

    record Seen(int status, List<Map.Entry<String, String>> headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        List<String> all(String name) {
            return headers.stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        String header(String name) {
            return String.join(", ", all(name));
        }
    }

    Seen get(String url, String... headers) throws IOException {
        return send("GET", url, "", headers);
    }

    Seen send(String method, String url, String body, String... headers) throws IOException {
        return send(method, url, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Sends one request on a connection of its own. */
    Seen send(String method, String url, byte[] body, String... headers) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, URI.create(url));
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        if (body.length > 0) {
            request.setEntity(new ByteArrayEntity(body, null));
        }
        try (CloseableHttpClient client = client(URI.create(url))) {
            return client.execute(
                    request,
                    answer -> new Seen(
                            answer.getCode(),
                            Arrays.stream(answer.getHeaders())
                                    .map(Client::entry)
                                    .toList(),
                            answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity())));
        }
    }

    SSLContext trust() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "twin",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            return SSLContexts.custom().loadTrustMaterial(store, null).build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private CloseableHttpClient client(URI url) {
        int port = ports.get(url.getScheme() + "://" + url.getHost());
        return HttpClients.custom()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust()))
                        .setDnsResolver(new Pin(port))
                        .build())
                .build();
    }

    private static Map.Entry<String, String> entry(Header header) {
        return Map.entry(header.getName(), header.getValue());
    }

    private record Pin(int port) implements DnsResolver {

        @Override
        public List<InetSocketAddress> resolve(String host, int ignored) {
            return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }

        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
