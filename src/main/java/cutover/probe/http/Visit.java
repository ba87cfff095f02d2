package cutover.probe.http;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One persona's visit: the same User-Agent and one cookie jar throughout, no Referer except on forms. Several threads
 * may share it; their cookies then mix as those of a browser's tabs do.
 */
public final class Visit implements AutoCloseable {

    private final HttpProbe probe;
    private final Clock clock;
    private final Wire wire;
    private final Posting posting;
    private final boolean ownsWire;
    private final AtomicReference<CookieJar> jar;

    Visit(HttpProbe probe, HttpSettings settings, Posting posting, Wire wire, CookieJar jar, boolean ownsWire) {
        this.probe = probe;
        this.clock = settings.clock();
        this.wire = wire;
        this.posting = posting;
        this.ownsWire = ownsWire;
        this.jar = new AtomicReference<>(jar);
    }

    /** The cookies as of now. */
    public CookieJar jar() {
        return jar.get();
    }

    public HttpObservation get(URI uri) {
        return get(uri, Map.of());
    }

    /** @param headers as for {@link HttpProbe#get(URI, Map)}; the jar's Cookie header is added */
    public HttpObservation get(URI uri, Map<String, String> headers) {
        return taken(asked(uri, withCookies(uri, headers)));
    }

    /** Follows redirects by GET; see {@link HttpProbe#follow}. The visit's jar takes the cookies of all hops. */
    public Chain follow(URI uri, int maxHops) {
        Following following = new Following(clock, maxHops);
        return following.from(uri, jar.get(), (hop, cookies) -> taken(asked(hop, cookies)));
    }

    /**
     * Posts a form as a browser does (application/x-www-form-urlencoded, UTF-8) and does not follow the answer.
     *
     * @param fields name to value, in the map's order
     * @param referer page that holds the form, sent as Referer; null to send none
     * @throws IllegalArgumentException when the referer is another site's
     * @throws IllegalStateException when the settings don't allow POST; nothing is sent then
     */
    public HttpObservation post(URI form, Map<String, String> fields, URI referer) {
        probe.demand("POST", form);
        if (referer != null && !sameOrigin(form, referer)) {
            throw new IllegalArgumentException("a form of " + referer + " does not post to " + form);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (referer != null) {
            headers.put("Referer", WebAddress.plain(referer).toString());
        }
        String about = "form fields " + String.join(", ", fields.keySet());
        Sent sent = new Sent("POST", WebAddress.plain(form), probe.withPersona(withCookies(form, headers)), about);
        return taken(probe.lookedAtTwice(posting.form(sent, fields)));
    }

    private HttpObservation asked(URI uri, Map<String, String> headers) {
        return probe.exchange(wire, "GET", uri, headers, null);
    }

    private Map<String, String> withCookies(URI uri, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        jar.get().header(uri, clock.instant()).ifPresent(line -> all.put("Cookie", line));
        return all;
    }

    private HttpObservation taken(HttpObservation seen) {
        return seen.fold(
                answered -> {
                    jar.updateAndGet(cookies -> cookies.after(answered, clock.instant()));
                    return answered;
                },
                none -> none);
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    /** Closes the connections that the visit kept. */
    @Override
    public void close() {
        if (ownsWire) {
            wire.close();
        }
    }
}
