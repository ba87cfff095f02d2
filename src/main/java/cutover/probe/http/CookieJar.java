package cutover.probe.http;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cookies of one persona; immutable: taking cookies yields another jar. */
public final class CookieJar {

    private static final CookieJar EMPTY = new CookieJar(List.of());

    private final List<Cookie> cookies;

    private CookieJar(List<Cookie> cookies) {
        this.cookies = List.copyOf(cookies);
    }

    /** A jar without cookies. */
    public static CookieJar empty() {
        return EMPTY;
    }

    /** All cookies that have not been removed or replaced, in the order in which they first came. */
    public List<Cookie> cookies() {
        return cookies;
    }

    /** First cookie of that name, whatever its host and path. */
    public Optional<Cookie> cookie(String name) {
        return cookies.stream().filter(cookie -> cookie.name().equals(name)).findFirst();
    }

    /** The jar after the answer's Set-Cookie lines; a line that a browser would ignore is ignored. */
    public CookieJar after(Answered answer, Instant now) {
        CookieJar jar = this;
        for (String line : answer.headers("Set-Cookie")) {
            Optional<Cookie> cookie = SetCookie.read(line, answer.sent().uri(), now);
            jar = cookie.isPresent() ? jar.with(cookie.get(), now) : jar;
        }
        return jar;
    }

    /** The jar with that cookie in the place of an older one; an expired one removes it. */
    public CookieJar with(Cookie cookie, Instant now) {
        List<Cookie> next = new ArrayList<>(cookies);
        int at = -1;
        for (int i = 0; i < next.size(); i++) {
            at = cookie.replaces(next.get(i)) ? i : at;
        }
        if (at >= 0) {
            next.remove(at);
        }
        if (!cookie.expired(now)) {
            next.add(at >= 0 ? at : next.size(), cookie);
        }
        return new CookieJar(next);
    }

    /** Cookies that go with a request to that address: longest path first (RFC 6265, 5.4). */
    public List<Cookie> forRequest(URI uri, Instant now) {
        return cookies.stream()
                .filter(cookie -> !cookie.expired(now) && goes(cookie, uri))
                .sorted(Comparator.comparingInt(
                        (Cookie cookie) -> -cookie.path().length()))
                .toList();
    }

    /** Value of the Cookie header for that address; empty when no cookie goes there. */
    Optional<String> header(URI uri, Instant now) {
        List<Cookie> going = forRequest(uri, now);
        return going.isEmpty()
                ? Optional.empty()
                : Optional.of(going.stream()
                        .map(cookie -> cookie.name() + "=" + cookie.value())
                        .collect(Collectors.joining("; ")));
    }

    private static boolean goes(Cookie cookie, URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean sameHost = host.equals(cookie.domain()) || !cookie.hostOnly() && below(host, cookie.domain());
        return sameHost && (!cookie.secure() || "https".equalsIgnoreCase(uri.getScheme())) && covers(cookie, uri);
    }

    private static boolean covers(Cookie cookie, URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return path.equals(cookie.path())
                || path.startsWith(cookie.path().endsWith("/") ? cookie.path() : cookie.path() + "/");
    }

    /** True when the host lies below the domain; an IP address lies below nothing. */
    static boolean below(String host, String domain) {
        return host.endsWith("." + domain) && !host.matches("[0-9.]+|\\[.*");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CookieJar that && cookies.equals(that.cookies);
    }

    @Override
    public int hashCode() {
        return cookies.hashCode();
    }

    @Override
    public String toString() {
        return cookies.toString();
    }
}
