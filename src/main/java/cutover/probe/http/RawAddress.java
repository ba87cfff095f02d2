package cutover.probe.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the web exactly as it is written: nothing is escaped, undone or put in order, so that two of them are
 * equal only when the same bytes go over the wire. Browsers leave characters alone that {@link URI} refuses, such as the
 * bar in {@code ?keys=a|b}.
 *
 * @param scheme http or https
 * @param authority host in lower case, with its port when it is not the scheme's own
 * @param target path and query, beginning with a slash; without fragment
 */
public record RawAddress(String scheme, String authority, String target) {

    private static final Pattern WHOLE =
            Pattern.compile("(?i)(https?)://([^/?#@\\s\\\\]+)([^#\\s]*)(#.*)?", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})");

    public RawAddress {
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("a target begins with a slash, got '" + target + "'");
        }
    }

    /** Reads an absolute address; empty when the text is none of http or https. */
    public static Optional<RawAddress> of(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            return Optional.empty();
        }
        String scheme = whole.group(1).toLowerCase(Locale.ROOT);
        String rest = whole.group(3);
        return Optional.of(new RawAddress(
                        scheme, authority(scheme, whole.group(2)), rest.startsWith("/") ? rest : "/" + rest))
                .filter(RawAddress::canBeAsked);
    }

    /** @param uri absolute, of http or https, with a path */
    static RawAddress of(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new RawAddress(
                uri.getScheme(), authority(uri.getScheme(), uri.getRawAuthority()), uri.getRawPath() + query);
    }

    /** Where a reference in an answer from here leads, as RFC 3986 has it; empty when it is no address of the web. */
    public Optional<RawAddress> to(String reference) {
        // browsers accept blanks
        String text = reference.strip().replace(" ", "%20");
        if (text.isEmpty() || text.contains(":") && text.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return of(text);
        }
        if (text.startsWith("//")) {
            return of(scheme + ":" + text);
        }
        return of(origin() + (text.startsWith("/") ? text : beside(text)));
    }

    private String beside(String text) {
        return text.startsWith("?") ? path() + text : path().substring(0, path().lastIndexOf('/') + 1) + text;
    }

    /** "https://www.example.org". */
    public String origin() {
        return scheme + "://" + authority;
    }

    /** Name or number, without port. */
    public String host() {
        return PORT.matcher(authority).replaceFirst("");
    }

    /** The port, also where it is the scheme's own. */
    public int port() {
        int colon = authority.substring(host().length()).indexOf(':');
        return colon < 0 ? ownPort(scheme) : Integer.parseInt(authority.substring(host().length() + 1));
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    /** As written, without query. */
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** As written, without the question mark; empty when there is none, and when nothing stands behind the mark. */
    public String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    /** The same origin over https. */
    public RawAddress secured() {
        return new RawAddress("https", authority, target);
    }

    /** For those who need one: what {@link URI} refuses is escaped. */
    public URI uri() {
        String escaped = ODD.matcher(target).replaceAll(odd -> URLEncoder.encode(odd.group(), StandardCharsets.UTF_8));
        return URI.create(origin() + escaped);
    }

    @Override
    public String toString() {
        return origin() + target;
    }

    private boolean canBeAsked() {
        try {
            return WebAddress.isWeb(uri()) && port() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String authority(String scheme, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.endsWith(":" + ownPort(scheme)) ? lower.substring(0, lower.lastIndexOf(':')) : lower;
    }

    private static int ownPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
