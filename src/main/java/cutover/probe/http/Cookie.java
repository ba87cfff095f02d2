package cutover.probe.http;

import java.time.Instant;
import java.util.Optional;

/**
 * A cookie as the jar keeps it (RFC 6265, 5.3).
 *
 * @param domain lower case, without a leading dot
 * @param hostOnly true when it goes back to exactly that host, false when to its subdomains too
 * @param sameSite as sent; empty when not
 * @param expires empty for a cookie of the browser session
 */
public record Cookie(
        String name,
        String value,
        String domain,
        boolean hostOnly,
        String path,
        boolean secure,
        boolean httpOnly,
        String sameSite,
        Optional<Instant> expires) {

    boolean replaces(Cookie other) {
        return name.equals(other.name) && domain.equals(other.domain) && path.equals(other.path);
    }

    boolean expired(Instant now) {
        return expires.map(end -> !end.isAfter(now)).orElse(false);
    }

    /** Everything but the value, which may open a session. */
    @Override
    public String toString() {
        return name + " of " + domain + path + (secure ? ", Secure" : "") + (httpOnly ? ", HttpOnly" : "");
    }
}
