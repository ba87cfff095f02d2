package cutover.twin.site;

import cutover.twin.fault.Fault;
import cutover.twin.site.django.Tokens;
import cutover.twin.web.WebRequest;
import java.net.URI;
import java.util.Optional;

/** Token against forged forms: a secret in a cookie, repeated behind another salt in each form. For one thread. */
final class Csrf {

    static final String COOKIE = "csrftoken";
    static final long YEAR = 31_449_600;

    private final Tokens tokens;
    private final boolean cookieGiven;
    private String secret;
    private boolean used;

    Csrf(Tokens tokens, Optional<String> cookie) {
        this.tokens = tokens;
        this.secret = cookie.map(Tokens::unsalted).orElse("");
        this.cookieGiven = !secret.isEmpty();
    }

    /** A token for a form; from now on the answer sets the cookie. */
    String token() {
        if (secret.isEmpty()) {
            secret = tokens.text(32);
        }
        used = true;
        return tokens.salted(secret);
    }

    /** A new secret, after a sign-in. */
    void rotate() {
        secret = tokens.text(32);
        used = true;
    }

    /** Value of the cookie to set. */
    Optional<String> cookie() {
        return used ? Optional.of(tokens.salted(secret)) : Optional.empty();
    }

    /** Why the request is refused; empty when it is fine. */
    Optional<String> refusal(WebRequest request, Optional<String> field, Switches faults) {
        Optional<String> origin = request.secure() ? foreignReferer(request, faults) : Optional.empty();
        if (origin.isPresent()) {
            return origin;
        }
        if (!cookieGiven) {
            return Optional.of("CSRF cookie not set.");
        }
        String token = field.filter(text -> !text.isEmpty())
                .or(() -> request.header("X-CSRFToken"))
                .orElse("");
        String given = token.length() == 32 ? token : Tokens.unsalted(token);
        return given.equals(secret) ? Optional.empty() : Optional.of("CSRF token missing or incorrect.");
    }

    private static Optional<String> foreignReferer(WebRequest request, Switches faults) {
        Optional<String> referer = request.header("Referer");
        if (referer.isEmpty()) {
            return Optional.of("Referer checking failed - no Referer.");
        }
        String authority;
        try {
            URI uri = URI.create(referer.get());
            if (!"https".equals(uri.getScheme())) {
                return Optional.of("Referer checking failed - Referer is insecure while host is secure.");
            }
            authority = String.valueOf(uri.getAuthority());
        } catch (IllegalArgumentException malformed) {
            return Optional.of("Referer checking failed - Referer is malformed.");
        }
        boolean same = authority.equalsIgnoreCase(request.host()) && !faults.on(Fault.CSRF_REFUSED);
        return same
                ? Optional.empty()
                : Optional.of("Referer checking failed - " + referer.get() + " does not match any trusted origins.");
    }
}
