package cutover.twin.mailgun;

import cutover.twin.clockwork.Later;
import cutover.twin.internet.Asked;
import cutover.twin.internet.Came;
import cutover.twin.internet.Internet;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The machine from which the vendor calls webhooks. It follows no redirect. 200 means done and 406 never again; after
 * anything else it tries again (<a
 * href="https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhooks-overview">the vendor on
 * retries</a>): twice and soon, where the vendor's own takes eight hours.
 */
final class Caller {

    static final String USER_AGENT = "mailgun/treq-22.10.0";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Set<Integer> FINAL = Set.of(200, 406);
    private static final List<Duration> WAITS = List.of(Duration.ofMillis(250), Duration.ofMillis(500));

    private final Internet internet;
    private final Later later;

    Caller(Internet internet, Later later) {
        this.internet = internet;
        this.later = later;
    }

    /** One call and no second one. */
    Came once(String url, Payload payload) {
        return internet.fetch(new Asked(
                "POST",
                URI.create(url),
                List.of(
                        Map.entry("User-Agent", USER_AGENT),
                        Map.entry("Accept", "*/*"),
                        Map.entry("Content-Type", payload.contentType())),
                payload.body(),
                TIMEOUT));
    }

    /** Calls, and calls again with the same body as long as there is hope. */
    void until(String url, Payload payload) {
        attempt(url, payload, 0);
    }

    /** @throws IllegalArgumentException when this is no address that can be called */
    static String checked(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("invalid url: " + url, e);
        }
        throw new IllegalArgumentException("invalid url: " + url);
    }

    private void attempt(String url, Payload payload, int failed) {
        boolean done = once(url, payload)
                .fold(answer -> FINAL.contains(answer.response().status()), nothing -> false);
        if (!done && failed < WAITS.size()) {
            later.in(WAITS.get(failed), () -> attempt(url, payload, failed + 1));
        }
    }
}
