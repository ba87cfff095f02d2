package cutover.probe.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks over HTTP/1.1, unless said otherwise, and tells what came, raw: a fresh connection and a fresh TLS session for each exchange, no
 * redirects followed, nothing repeated, no cookies, no decompression. Safe for use by several threads.
 */
public final class HttpProbe implements AutoCloseable {

    private final HttpSettings settings;
    private final Tls tls;
    private final Deadline deadline;
    private final Wire fresh;
    private final Posting posting;
    private final NewWire newest;

    public HttpProbe(HttpSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.tls = new Tls(settings.trust());
        this.deadline = new Deadline(settings.answer());
        this.fresh = new FreshWire(settings, tls, deadline);
        this.posting = new Posting(settings, tls, deadline);
        this.newest = new NewWire(settings, tls, deadline);
    }

    public HttpObservation get(URI uri) {
        return get(uri, Map.of());
    }

    /** @param headers sent besides User-Agent and Accept, in the map's order; they win over both */
    public HttpObservation get(URI uri, Map<String, String> headers) {
        return request("GET", uri, headers);
    }

    /** Byte for byte as it is written. */
    public HttpObservation get(RawAddress address) {
        demand("GET", address.uri());
        return lookedAtTwice(fresh.exchange(new Sent("GET", address, withPersona(Map.of()), ""), null));
    }

    /**
     * Gets the address with HTTP/2, if the server chooses it where both are offered: {@link Answered#version} tells what
     * was spoken. Header names are lower case in HTTP/2.
     */
    public HttpObservation getByHttp2(URI uri) {
        return lookedAtTwice(newest.exchange(sent("GET", uri, Map.of(), null)));
    }

    /**
     * Any method without a body.
     *
     * @throws IllegalStateException when the settings don't allow the method; nothing is sent then
     */
    public HttpObservation request(String method, URI uri, Map<String, String> headers) {
        return exchange(fresh, method, uri, headers, null);
    }

    /**
     * Any method with a body; its Content-Type is one of the headers.
     *
     * @throws IllegalStateException when the settings don't allow the method; nothing is sent then
     */
    public HttpObservation request(String method, URI uri, Map<String, String> headers, byte[] body) {
        return exchange(fresh, method, uri, headers, body.clone());
    }

    /**
     * Posts the bytes as they are, through REST Assured: body, Content-Type and query leave the way they were given, with
     * nothing appended, encoded or repeated, so that a signature over them holds. A server that answers before it has
     * read all of a large body, and then hangs up, has answered where its answer can still be read.
     *
     * @param headers sent besides User-Agent and Accept, in the map's order; they win over both. Without a Content-Type
     *     among them none is sent
     * @param body may be empty; Content-Length comes from it
     * @throws IllegalStateException when the settings don't allow POST; nothing is sent then
     */
    public HttpObservation post(URI uri, Map<String, String> headers, byte[] body) {
        Sent sent = sent("POST", uri, headers, body);
        return lookedAtTwice(posting.bytes(sent, body.clone()));
    }

    /**
     * Asks and follows redirects by GET, hop by hop.
     *
     * @param jar cookies to begin with; each hop sees those of the hops before
     * @param maxHops most redirects that are followed; 0 or more
     */
    public Chain follow(URI uri, CookieJar jar, int maxHops) {
        return new Following(settings.clock(), maxHops).from(uri, jar, (hop, cookies) -> get(hop, cookies));
    }

    /** A visit that opens a connection for each exchange. */
    public Visit visit() {
        return new Visit(this, settings, posting, fresh, CookieJar.empty(), false);
    }

    /** A visit that begins with cookies of an earlier one, for instance from before the switch. */
    public Visit visit(CookieJar jar) {
        return new Visit(this, settings, posting, fresh, jar, false);
    }

    /** A visit that keeps its connections, as a browser does; for crawls. Close it. */
    public Visit keptVisit(CookieJar jar) {
        return new Visit(this, settings, posting, new KeptWire(settings, tls, deadline), jar, true);
    }

    /** A connection that stays, also when this probe is closed. Close it. */
    public KeptConnection keptConnection() {
        return new KeptConnection(this, new OneWire(settings, tls));
    }

    HttpObservation exchange(Wire wire, String method, URI uri, Map<String, String> headers, byte[] body) {
        return lookedAtTwice(wire.exchange(sent(method, uri, headers, body), body));
    }

    private Sent sent(String method, URI uri, Map<String, String> headers, byte[] body) {
        demand(method, uri);
        String about = body == null ? "" : body.length + " bytes";
        return new Sent(method, WebAddress.plain(uri), withPersona(headers), about);
    }

    /** Adds the certificate that was refused. */
    HttpObservation lookedAtTwice(HttpObservation seen) {
        return seen.fold(answered -> answered, this::withCertificate);
    }

    /** Refuses what the settings don't allow and what no client could send. */
    void demand(String method, URI uri) {
        if (!settings.methods().contains(method)) {
            throw new IllegalStateException("%s %s was not sent: allowed are %s"
                    .formatted(method, uri, settings.methods().stream().sorted().toList()));
        }
        if (!WebAddress.isWeb(uri)) {
            throw new IllegalArgumentException("not an absolute http or https address: " + uri);
        }
    }

    List<Header> withPersona(Map<String, String> headers) {
        List<Header> all = new ArrayList<>();
        headers.forEach((name, value) -> all.add(new Header(name, value)));
        addMissing(all, "User-Agent", settings.userAgent());
        addMissing(all, "Accept", "*/*");
        return all;
    }

    private static void addMissing(List<Header> headers, String name, String value) {
        if (headers.stream().noneMatch(header -> header.is(name))) {
            headers.add(new Header(name, value));
        }
    }

    private HttpObservation withCertificate(NoAnswer none) {
        if (none.kind() != NoAnswer.Kind.TLS_UNTRUSTED
                || none.certificate().isPresent()
                || none.peer().isEmpty()) {
            return none;
        }
        SecondLook look = new SecondLook(settings.connect());
        return new NoAnswer(
                none.sent(),
                none.kind(),
                none.detail(),
                none.peer(),
                look.at(none.peer().get(), none.sent().uri().getHost()),
                none.sentAt(),
                none.total());
    }

    @Override
    public void close() {
        fresh.close();
        deadline.close();
    }
}
