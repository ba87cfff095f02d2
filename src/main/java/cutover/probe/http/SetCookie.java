package cutover.probe.http;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.client5.http.utils.DateUtils;

/** Reads a Set-Cookie line as a browser would (RFC 6265, 5.2). */
public final class SetCookie {

    private SetCookie() {}

    /**
     * The cookie, or nothing when a browser would ignore the line: no name, a domain that is not the sender's or is
     * shared by strangers (public suffix), or Secure over plain http.
     *
     * @param line value of one Set-Cookie header
     * @param from address that sent it
     */
    public static Optional<Cookie> read(String line, URI from, Instant now) {
        String[] parts = line.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 1 || from.getHost() == null) {
            return Optional.empty();
        }
        Map<String, String> attributes = attributes(parts);
        String host = from.getHost().toLowerCase(Locale.ROOT);
        String domain = domain(attributes);
        boolean secure = attributes.containsKey("secure");
        if (!accepted(domain, host) || secure && !"https".equalsIgnoreCase(from.getScheme())) {
            return Optional.empty();
        }
        return Optional.of(new Cookie(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                domain.isEmpty() ? host : domain,
                domain.isEmpty(),
                path(attributes, from),
                secure,
                attributes.containsKey("httponly"),
                attributes.getOrDefault("samesite", ""),
                expires(attributes, now)));
    }

    private static Map<String, String> attributes(String[] parts) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            attributes.put(pair[0].strip().toLowerCase(Locale.ROOT), pair.length > 1 ? pair[1].strip() : "");
        }
        return attributes;
    }

    private static String domain(Map<String, String> attributes) {
        String domain = attributes.getOrDefault("domain", "").toLowerCase(Locale.ROOT);
        return domain.startsWith(".") ? domain.substring(1) : domain;
    }

    private static boolean accepted(String domain, String host) {
        if (domain.isEmpty() || domain.equals(host)) {
            return true;
        }
        boolean shared = PublicSuffixMatcherLoader.getDefault().getDomainRoot(domain) == null;
        return !shared && CookieJar.below(host, domain);
    }

    private static String path(Map<String, String> attributes, URI from) {
        String path = attributes.getOrDefault("path", "");
        return path.startsWith("/") ? path : defaultPath(from);
    }

    private static String defaultPath(URI from) {
        String path = from.getRawPath() == null ? "" : from.getRawPath();
        int slash = path.lastIndexOf('/');
        return slash < 1 ? "/" : path.substring(0, slash);
    }

    private static Optional<Instant> expires(Map<String, String> attributes, Instant now) {
        String age = attributes.getOrDefault("max-age", "");
        if (age.matches("-?\\d{1,18}")) {
            return Optional.of(later(now, Long.parseLong(age)));
        }
        // 01-Jan-1970 as older servers write it
        return Optional.ofNullable(attributes.get("expires"))
                .map(date -> DateUtils.parseStandardDate(date.replace('-', ' ')));
    }

    private static Instant later(Instant now, long seconds) {
        try {
            return seconds <= 0 ? Instant.EPOCH : now.plusSeconds(seconds);
        } catch (DateTimeException | ArithmeticException e) {
            return Instant.MAX;
        }
    }
}
