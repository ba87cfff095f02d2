package cutover.probe.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses of the web: resolving them as browsers do, and writing them as they go over the wire. */
final class WebAddress {

    private WebAddress() {}

    /** Absolute http or https address without fragment; empty when the text leads to none. */
    static Optional<URI> resolve(URI base, String text) {
        try {
            // browsers accept blanks in addresses, java.net.URI does not
            String reference = text.strip().replace(" ", "%20");
            // java.net.URI follows RFC 2396 and drops the last segment before "?page=2"; RFC 3986 keeps it
            URI target = reference.startsWith("?")
                    ? base.resolve(new URI(path(base) + reference))
                    : base.resolve(new URI(reference));
            return isWeb(target) ? Optional.of(plain(target)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** True for an absolute http or https address with a host. */
    static boolean isWeb(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return web && uri.getHost() != null;
    }

    /** ASCII, lower-case scheme, at least "/" for a path, no fragment. */
    static URI plain(URI uri) {
        String ascii = uri.toASCIIString();
        int fragment = ascii.indexOf('#');
        String sent = fragment < 0 ? ascii : ascii.substring(0, fragment);
        String query = uri.getRawQuery() == null ? "" : sent.substring(sent.indexOf('?'));
        String before = sent.substring(0, sent.length() - query.length());
        String scheme = uri.getScheme();
        boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
        return URI.create(
                scheme.toLowerCase(Locale.ROOT) + before.substring(scheme.length()) + (bare ? "/" : "") + query);
    }

    private static String path(URI base) {
        return base.getRawPath() == null || base.getRawPath().isEmpty() ? "/" : base.getRawPath();
    }
}
