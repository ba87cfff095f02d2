package cutover.twin.front;

import cutover.twin.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A cache that takes no notice of cookies: the page of one signed-in user is what the next visitor gets. */
final class StaleCache {

    private static final Pattern SESSION = Pattern.compile("sessionid=([^;]+)");
    private static final String SIGNED_IN = "logout_link";

    private final Map<String, WebResponse> pages = new ConcurrentHashMap<>();

    /** The page of whoever asked first, for everybody who has a session; he himself gets it from the cache too. */
    Optional<WebResponse> hit(Incoming request) {
        return request.method().equals("GET") && hasSession(request)
                ? Optional.ofNullable(pages.get(request.target())).map(StaleCache::marked)
                : Optional.empty();
    }

    /** The answer, by way of the cache when it is one that this cache keeps. */
    WebResponse kept(Incoming request, WebResponse answer) {
        if (request.method().equals("GET")
                && hasSession(request)
                && answer.status() == 200
                && Headers.typeOf(answer).startsWith("text/html")
                && new String(answer.body(), StandardCharsets.UTF_8).contains(SIGNED_IN)) {
            WebResponse page = Headers.without(answer, "Set-Cookie");
            WebResponse first = pages.putIfAbsent(request.target(), page);
            return marked(first == null ? page : first);
        }
        return answer;
    }

    void clear() {
        pages.clear();
    }

    private static WebResponse marked(WebResponse page) {
        return page.with("Age", "1").with("X-Cache", "Hit from cloudfront");
    }

    private static boolean hasSession(Incoming request) {
        return SESSION.matcher(request.header("Cookie").orElse("")).find();
    }
}
