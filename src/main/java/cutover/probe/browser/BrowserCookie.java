package cutover.probe.browser;

import java.time.Instant;
import java.util.Optional;

/**
 * One cookie as the browser keeps it (RFC 6265bis).
 *
 * @param domain with a leading dot when subdomains get it too
 * @param sameSite "Strict", "Lax", "None", or empty when the server did not say
 * @param expires empty for one that ends with the browser
 */
public record BrowserCookie(
        String name,
        String value,
        String domain,
        String path,
        boolean secure,
        boolean httpOnly,
        String sameSite,
        Optional<Instant> expires) {

    /** Everything but the value, which is a secret as often as not. */
    @Override
    public String toString() {
        return name + " (domain " + domain + ", path " + path + (secure ? ", Secure" : "")
                + (httpOnly ? ", HttpOnly" : "") + (sameSite.isEmpty() ? "" : ", SameSite=" + sameSite)
                + expires.map(at -> ", expires " + at).orElse(", for the session") + ")";
    }
}
