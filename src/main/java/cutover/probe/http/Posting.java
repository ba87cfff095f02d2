package cutover.probe.http;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Posts through REST Assured, each time with a configuration and a client of its own. */
final class Posting {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final EncoderConfig ENCODERS =
            encoderConfig().defaultContentCharset("UTF-8").appendDefaultContentCharsetToContentTypeIfUndefined(false);

    private final HttpSettings settings;
    private final Tls tls;
    private final Deadline deadline;

    Posting(HttpSettings settings, Tls tls, Deadline deadline) {
        this.settings = settings;
        this.tls = tls;
        this.deadline = deadline;
    }

    HttpObservation form(Sent sent, Map<String, String> fields) {
        return post(
                sent,
                new Load(FORM, ENCODERS, request -> request.contentType(FORM).formParams(encoded(fields))));
    }

    /** The bytes as they are, whatever the Content-Type among the headers says of them. */
    HttpObservation bytes(Sent sent, byte[] body) {
        String type = sent.headers().stream()
                .filter(header -> header.is("Content-Type"))
                .map(Header::value)
                .findFirst()
                .orElse("");
        // what is left of the type when REST Assured looks for an encoder
        String known = type.split(";", 2)[0];
        EncoderConfig untouched = known.isEmpty() ? ENCODERS : ENCODERS.encodeContentTypeAs(known, ContentType.BINARY);
        return post(sent, new Load(type, untouched, request -> request.body(body)));
    }

    private HttpObservation post(Sent sent, Load load) {
        Attempt attempt = new Attempt(sent, settings.clock());
        OldWire wire = new OldWire(settings, tls, attempt, !load.type().isEmpty());
        tls.forget(sent.uri().getHost());
        return deadline.observe(attempt, () -> speak(sent, load, wire), wire::close);
    }

    private HttpObservation speak(Sent sent, Load load, OldWire wire) throws IOException {
        List<InetSocketAddress> addresses = settings.route().to(sent.uri().getHost(), port(sent.uri()));
        try {
            RequestSpecification request = load.into()
                    .apply(RestAssured.given()
                            .config(config(wire, addresses).encoderConfig(load.encoders()))
                            .urlEncodingEnabled(false));
            sent.headers().forEach(header -> request.header(header.name(), header.value()));
            request.when().post(sent.uri());
        } catch (Exception e) {
            // Groovy lets checked exceptions of the client pass through methods that don't declare them
            throw asIo(e);
        }
        return wire.seen();
    }

    // REST Assured knows one switch for both: with it on, it would encode the address a second time
    private static Map<String, String> encoded(Map<String, String> fields) {
        Map<String, String> encoded = new LinkedHashMap<>();
        fields.forEach((name, value) -> encoded.put(
                URLEncoder.encode(name, StandardCharsets.UTF_8), URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return encoded;
    }

    private static IOException asIo(Exception failure) {
        if (failure instanceof IOException io) {
            return io;
        }
        if (failure.getCause() instanceof IOException io) {
            return io;
        }
        throw failure instanceof RuntimeException ours ? ours : new IllegalStateException(failure);
    }

    private RestAssuredConfig config(OldWire wire, List<InetSocketAddress> addresses) {
        return RestAssuredConfig.newConfig()
                .httpClient(httpClientConfig().httpClientFactory(() -> wire.client(addresses)))
                .redirect(redirectConfig().followRedirects(false))
                .decoderConfig(decoderConfig().noContentDecoders())
                .logConfig(LogConfig.logConfig().enablePrettyPrinting(false));
    }

    /**
     * What is posted.
     *
     * @param type Content-Type; empty for none
     * @param into puts the body into the request
     */
    private record Load(String type, EncoderConfig encoders, UnaryOperator<RequestSpecification> into) {}

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
