package cutover.twin.front;

import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cache that takes no notice of cookies: the page of one signed-in user is what the next visitor gets. */
final class StaleCache {

    private static final Pattern SESSION = Pattern.compile("sessionid=([^;]+)");
    private static final String SIGNED_IN = "logout_link";

    private final Clock clock;
    private final Map<String, Kept> pages = new ConcurrentHashMap<>();

    private record Kept(String session, Instant since, WebResponse page) {}

    StaleCache(Clock clock) {
        this.clock = clock;
    }

    /** The page of somebody else, with its age. */
    Optional<WebResponse> hit(Incoming request) {
        Kept kept = pages.get(address(request));
        if (kept == null || !request.method().equals("GET") || kept.session().equals(session(request))) {
            return Optional.empty();
        }
        long age = Math.max(1, Duration.between(kept.since(), clock.instant()).toSeconds());
        return Optional.of(kept.page().with("Age", Long.toString(age)).with("X-Cache", "Hit from cloudfront"));
    }

    void keep(Incoming request, WebResponse answer) {
        if (request.method().equals("GET")
                && answer.status() == 200
                && Headers.typeOf(answer).startsWith("text/html")
                && new String(answer.body(), StandardCharsets.UTF_8).contains(SIGNED_IN)) {
            WebResponse page = Headers.without(answer, "Set-Cookie");
            pages.putIfAbsent(address(request), new Kept(session(request), clock.instant(), page));
        }
    }

    void clear() {
        pages.clear();
    }

    private static String address(Incoming request) {
        return request.target();
    }

    private static String session(Incoming request) {
        Matcher cookie = SESSION.matcher(request.header("Cookie").orElse(""));
        return cookie.find() ? cookie.group(1) : "";
    }
}
