package cutover.probe.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses as a browser writes them: it leaves characters in a query that {@link URI} refuses. */
final class Addresses {

    private static final String REFUSED = "\"<>\\^`{|} ";

    private Addresses() {}

    /** Empty for what is not of the web: {@code data:}, {@code blob:}, the browser's own pages. */
    static Optional<URI> ofWeb(String url) {
        return Optional.of(url)
                .filter(some -> some.matches("(?s)(https?|wss?)://.*"))
                .map(Addresses::of);
    }

    /** The address, with what RFC 3986 does not allow percent-encoded. */
    static URI of(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return lenient(url, e);
        }
    }

    private static URI lenient(String url, URISyntaxException first) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean bare = c == '%' && !url.substring(i).matches("(?s)%\\p{XDigit}{2}.*");
            boolean brackets = (c == '[' || c == ']') && i > url.indexOf('/', url.indexOf("//") + 2);
            if (c <= ' ' || REFUSED.indexOf(c) >= 0 || bare || brackets) {
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format("%%%02X", b));
                }
            } else {
                encoded.append(c);
            }
        }
        try {
            return new URI(encoded.toString());
        } catch (URISyntaxException e) {
            return URI.create("about:invalid#" + first.getIndex());
        }
    }
}
